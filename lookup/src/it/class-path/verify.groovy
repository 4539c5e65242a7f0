assert new File(basedir, 'target/answer.txt').text.trim() == 'null ACTIVE ACTIVE DescriptionSearch'
