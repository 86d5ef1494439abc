package vn.ansinh.api.board;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How it goes on by law alone: the result of a {@link Boards#PROJECT} job. Who holds a right today is valued by the packs in force
 * and today's rates in the same month of each of the next years, when they are that much older. Nobody dies in it, nobody joins,
 * nothing that is known of anybody changes but the age.
 *
 * @param from the month it begins with
 * @param years {@code from} itself first, then one for each year after
 * @param cells people of an age who get the same, by year, kind and age; none that are empty
 * @param reaching living people who hold no right of the programs and reach an age at which one begins
 * @param people who were valued
 * @param millis how long it took
 */
public record Projection(
        YearMonth from, List<Year> years, List<Cell> cells, List<Reaching> reaching, int people, long millis) {

    /** So many years ahead. */
    public static final int AHEAD = 5;

    private static final String SEPARATOR = "|";

    public Projection {
        years = List.copyOf(years);
        cells = List.copyOf(cells);
        reaching = List.copyOf(reaching);
    }

    /**
     * The month, so many years ahead.
     *
     * @param people who get something
     * @param amount đồng in the month
     * @param ended rights worth something a year before and nothing now
     * @param changed rights worth another amount than a year before
     */
    public record Year(int ahead, long people, long amount, long ended, long changed) {}

    /**
     * @param kind Vietnamese name; kinds that would reveal health, HIV or abuse stand under a common one, which is not divided by age:
     *     from 0 and below 0
     * @param from age in full months, inside
     * @param below age in full months, outside; 0 for no upper bound
     * @param people by right: with two benefits in two cells
     * @param amount đồng in the month
     */
    public record Cell(int ahead, String kind, int from, int below, long people, long amount) {}

    /** @param age in full months @param ahead in which of the years */
    public record Reaching(int age, int ahead, long people) {}

    /** The job's result as text by name. */
    public Map<String, String> toResult() {
        Map<String, String> result = new LinkedHashMap<>();
        result.put("from", from.toString());
        result.put("people", Integer.toString(people));
        result.put("millis", Long.toString(millis));
        for (Year year : years) {
            result.put("year." + year.ahead(), joined(year.people(), year.amount(), year.ended(), year.changed()));
        }
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            result.put(
                    "cell.%05d".formatted(i),
                    joined(cell.ahead(), cell.from(), cell.below(), cell.people(), cell.amount())
                            + SEPARATOR
                            + cell.kind());
        }
        for (int i = 0; i < reaching.size(); i++) {
            Reaching one = reaching.get(i);
            result.put("reaching.%03d".formatted(i), joined(one.age(), one.ahead(), one.people()));
        }
        return result;
    }

    private static String joined(long... numbers) {
        StringBuilder text = new StringBuilder();
        for (long number : numbers) {
            text.append(text.isEmpty() ? "" : SEPARATOR).append(number);
        }
        return text.toString();
    }

    /** Reads what {@link #toResult} wrote. @param result of a job that is DONE */
    public static Projection of(Map<String, String> result) {
        List<Year> years = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        List<Reaching> reaching = new ArrayList<>();
        for (String name : result.keySet().stream().sorted().toList()) {
            String[] part = result.get(name).split("\\|", 6);
            if (name.startsWith("year.")) {
                years.add(new Year(
                        Integer.parseInt(name.substring("year.".length())),
                        Long.parseLong(part[0]),
                        Long.parseLong(part[1]),
                        Long.parseLong(part[2]),
                        Long.parseLong(part[3])));
            } else if (name.startsWith("cell.")) {
                cells.add(new Cell(
                        Integer.parseInt(part[0]),
                        part[5],
                        Integer.parseInt(part[1]),
                        Integer.parseInt(part[2]),
                        Long.parseLong(part[3]),
                        Long.parseLong(part[4])));
            } else if (name.startsWith("reaching.")) {
                reaching.add(
                        new Reaching(Integer.parseInt(part[0]), Integer.parseInt(part[1]), Long.parseLong(part[2])));
            }
        }
        return new Projection(
                YearMonth.parse(result.get("from")),
                years,
                cells,
                reaching,
                Integer.parseInt(result.get("people")),
                Long.parseLong(result.get("millis")));
    }
}
