assert new File(basedir, 'target/answer.txt').text.trim() == 'dev.hcpcs.lookup ACTIVE ACTIVE DescriptionSearch'
