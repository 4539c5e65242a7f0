package dev.hcpcs.benchmarks;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.svg.SVGGraphics2D;

/** Draws how long one lookup takes, as horizontal bars on a logarithmic scale. */
final class LookupChart {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 460;
    private static final Color OWN = new Color(0x1F6FB2);
    private static final Color LEAST = new Color(0x8A8F98);
    private static final Color PEER = new Color(0xC9CED6);

    private LookupChart() {
    }

    /** @param times nanoseconds of each, the fastest first */
    static void write(Path svg, Map<String, Double> times) throws IOException {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        times.forEach((name, time) -> data.addValue(time, "time", name));
        JFreeChart chart = ChartFactory.createBarChart("One lookup by code and date", null, null, data,
                PlotOrientation.HORIZONTAL, false, false, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(10, 10, 10, 30));
        chart.getTitle().setFont(new Font(Font.SANS_SERIF, Font.BOLD, 18));
        CategoryPlot plot = chart.getCategoryPlot();
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(new Color(0xE3E6EA));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setRangeAxis(nanoseconds());
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.getDomainAxis().setTickLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        plot.getDomainAxis().setMaximumCategoryLabelWidthRatio(0.5f);
        plot.getDomainAxis().setCategoryMargin(0.3);
        plot.setRenderer(bars());

        SVGGraphics2D graphics = new SVGGraphics2D(WIDTH, HEIGHT);
        // The same bytes for the same figures.
        graphics.setDefsKeyPrefix("lookup");
        chart.draw(graphics, new Rectangle(WIDTH, HEIGHT));
        Files.writeString(svg, graphics.getSVGElement());
    }

    private static LogAxis nanoseconds() {
        LogAxis axis = new LogAxis("nanoseconds (logarithmic)");
        axis.setBase(10);
        axis.setSmallestValue(1);
        axis.setLowerBound(1);
        axis.setUpperBound(10_000);
        axis.setTickUnit(new NumberTickUnit(1));
        axis.setNumberFormatOverride(whole());
        return axis;
    }

    private static DecimalFormat whole() {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    private static BarRenderer bars() {
        BarRenderer bars = new BarRenderer() {
            @Override
            public Paint getItemPaint(int row, int column) {
                String name = getPlot().getDataset().getColumnKey(column).toString();
                return name.startsWith("this index") ? OWN : name.startsWith("the least") ? LEAST : PEER;
            }
        };
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator("{2}", whole()));
        bars.setDefaultItemLabelFont(new Font(Font.SANS_SERIF, Font.BOLD, 12));
        bars.setDefaultItemLabelsVisible(true);
        bars.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        return bars;
    }
}
