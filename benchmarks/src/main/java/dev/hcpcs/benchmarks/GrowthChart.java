package dev.hcpcs.benchmarks;

import dev.hcpcs.benchmarks.Growth.Measured;
import dev.hcpcs.benchmarks.GrowthPage.Measure;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.svg.SVGGraphics2D;

/**
 * Draws how many times as much each measure is as on the smallest data, against how many times as much the input is, both on
 * logarithmic scales. A line below the dashed one grows more slowly than its input.
 */
final class GrowthChart {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 460;
    private static final double MOST = 64;
    private static final Color GRID = new Color(0xE3E6EA);
    private static final Color INPUT = new Color(0x8A8F98);
    private static final Map<Measure, Color> COLORS = new EnumMap<>(Map.of(
            Measure.BUILD_TIME, new Color(0x1F6FB2),
            Measure.BUILD_HELD, new Color(0x7FB3DE),
            Measure.OPEN_TIME, new Color(0xC2571A),
            Measure.OPEN_KEPT, new Color(0xEBA778),
            Measure.LOOKUP_TIME, new Color(0x2F8F5B)));

    private GrowthChart() {
    }

    static void write(Path svg, List<Measured> moreQuarters, List<Measured> moreCodes) throws IOException {
        CombinedRangeXYPlot plots = new CombinedRangeXYPlot(axis("times as much as on the smallest"));
        plots.setGap(20);
        XYPlot quarters = plot("more quarters: times the records", moreQuarters);
        plots.add(quarters);
        plots.add(plot("more codes: times the records", moreCodes));
        JFreeChart chart = new JFreeChart("Growth with the input", new Font(Font.SANS_SERIF, Font.BOLD, 18), plots, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(10, 10, 10, 30));
        LegendTitle legend = new LegendTitle(quarters);
        legend.setItemFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        legend.setPosition(RectangleEdge.BOTTOM);
        chart.addSubtitle(legend);

        SVGGraphics2D graphics = new SVGGraphics2D(WIDTH, HEIGHT);
        // The same bytes for the same figures.
        graphics.setDefsKeyPrefix("growth");
        chart.draw(graphics, new Rectangle(WIDTH, HEIGHT));
        Files.writeString(svg, graphics.getSVGElement());
    }

    private static XYPlot plot(String title, List<Measured> sizes) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer();
        XYSeries input = new XYSeries("the input");
        input.add(1, 1);
        input.add(MOST, MOST);
        data.addSeries(input);
        lines.setSeriesPaint(0, INPUT);
        lines.setSeriesStroke(0, new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 0, new float[] {6, 4}, 0));
        lines.setSeriesShapesVisible(0, false);
        for (Measure measure : Measure.values()) {
            if (COLORS.containsKey(measure)) {
                XYSeries line = new XYSeries(measure.title());
                sizes.forEach(size -> line.add(GrowthPage.input(sizes, size), measure.growth(sizes, size)));
                int number = data.getSeriesCount();
                data.addSeries(line);
                lines.setSeriesPaint(number, COLORS.get(measure));
                lines.setSeriesStroke(number, new BasicStroke(2.5f));
                lines.setSeriesShape(number, new Ellipse2D.Double(-3, -3, 6, 6));
            }
        }
        XYPlot plot = new XYPlot(data, axis(title), null, lines);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(GRID);
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        return plot;
    }

    private static LogAxis axis(String title) {
        LogAxis axis = new LogAxis(title);
        axis.setBase(2);
        axis.setSmallestValue(0.5);
        axis.setRange(0.8, MOST);
        axis.setTickUnit(new NumberTickUnit(1));
        axis.setNumberFormatOverride(new DecimalFormat("#,##0.#", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        axis.setTickLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        return axis;
    }
}
