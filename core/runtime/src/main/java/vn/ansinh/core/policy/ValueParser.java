package vn.ansinh.core.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.ansinh.api.policy.Citation;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.core.extender.Faults;
import vn.ansinh.core.extender.YamlMap;

/** Reads values of law in time. */
final class ValueParser {

    private final PackVersion pack;
    private final Faults faults;

    /** @param pack {@code null} while the head of the file is wrong */
    ValueParser(PackVersion pack, Faults faults) {
        this.pack = pack;
        this.faults = faults;
    }

    /** Amounts, coefficients, tables or quantities under {@code key}. @param name of the parameter or rate, or its code */
    Timeline timeline(YamlMap owner, String key, Pack.Kind kind, String code, String name, String unit) {
        String number = switch (kind) {
            case MONEY -> "so-tien";
            case COEFFICIENT -> "he-so";
            case TABLE -> "muc";
            case IN_KIND -> "so-luong";
        };
        List<Timeline.Value> values = new ArrayList<>();
        for (YamlMap map : owner.maps(key)) {
            int before = faults.count();
            Timeline.Value value = kind == Pack.Kind.TABLE
                    ? table(map, code, name)
                    : number(map, number, code, amount -> label(kind, amount, name, unit));
            map.finish();
            if (faults.count() == before) {
                values.add(value);
            }
        }
        if (values.isEmpty()) {
            owner.fault(
                    key,
                    "«" + key + "» cần ít nhất một giá trị đúng, mỗi giá trị có tinh-tu, hieu-luc, " + number
                            + ", can-cu, trang-thai.");
        }
        inOrder(values);
        return new Timeline(values);
    }

    private static String label(Pack.Kind kind, BigDecimal number, String name, String unit) {
        return switch (kind) {
            case COEFFICIENT -> "Hệ số " + decimalComma(number) + ": " + name;
            case IN_KIND -> name + " " + quantity(number, unit);
            default -> name + " " + Money.format(number.longValue()) + " đồng";
        };
    }

    private void inOrder(List<Timeline.Value> values) {
        for (int i = 1; i < values.size(); i++) {
            YearMonth before = values.get(i - 1).citation().countedFrom();
            YearMonth from = values.get(i).citation().countedFrom();
            if (!from.isAfter(before)) {
                faults.add(
                        values.get(i).place(),
                        "Giá trị tính từ " + Vietnamese.month(from) + " đứng sau giá trị tính từ "
                                + Vietnamese.month(before) + ": xếp theo thứ tự thời gian, không trùng.");
            }
        }
    }

    private Timeline.Value number(YamlMap map, String key, String code, Function<BigDecimal, String> label) {
        BigDecimal number = map.decimal(key);
        if (number != null && number.signum() < 0) {
            map.fault(key, "Không nhận số âm.");
        }
        if (number != null
                && key.equals("so-tien")
                && number.stripTrailingZeros().scale() > 0) {
            map.fault(key, "Số tiền là số đồng nguyên.");
        }
        Citation citation = citation(map, code, number == null ? "" : label.apply(number));
        return citation == null || number == null ? null : Timeline.Value.of(citation, number, map.place());
    }

    private Timeline.Value table(YamlMap map, String code, String name) {
        Map<String, Long> rows = new LinkedHashMap<>();
        YamlMap amounts = map.map("muc");
        if (amounts != null) {
            for (String row : amounts.names()) {
                Long amount = amounts.whole(row);
                if (amount != null && amount < 0) {
                    amounts.fault(row, "Không nhận số âm.");
                } else if (amount != null) {
                    rows.put(row, amount);
                }
            }
            if (amounts.names().isEmpty()) {
                map.fault("muc", "Bảng cần ít nhất một mức.");
            }
        }
        Citation citation = citation(map, code, "Bảng " + rows.size() + " mức: " + name);
        return citation == null ? null : Timeline.Value.table(citation, rows, map.place("muc"));
    }

    private Citation citation(YamlMap map, String code, String label) {
        YearMonth countedFrom = map.month("tinh-tu");
        LocalDate inForce = map.day("hieu-luc");
        String clause = map.text("can-cu");
        String state = map.text("trang-thai");
        if (state != null && !state.equals("chinh-thuc") && !state.equals("tam-tinh")) {
            map.fault("trang-thai", "Trạng thái là chinh-thuc (đã đối chiếu Công báo) hoặc tam-tinh.");
        }
        return countedFrom == null
                ? null
                : new Citation(
                        pack,
                        code + "@" + countedFrom,
                        label + ", tính từ " + Vietnamese.month(countedFrom),
                        countedFrom,
                        inForce,
                        clause,
                        "tam-tinh".equals(state));
    }

    /** As an official reads the number of a value. */
    static String written(Pack.Kind kind, Timeline.Value value) {
        return switch (kind) {
            case MONEY -> Money.format(value.number().longValueExact()) + " đồng";
            case TABLE -> rows(value);
            case COEFFICIENT, IN_KIND -> decimalComma(value.number());
        };
    }

    private static String rows(Timeline.Value table) {
        long lowest = table.rows().values().stream().min(Long::compare).orElse(0L);
        long highest = table.rows().values().stream().max(Long::compare).orElse(0L);
        return table.rows().size() + " mức, từ " + Money.format(lowest) + " đến " + Money.format(highest) + " đồng";
    }

    /** {@code 15 kg gạo}. */
    static String quantity(BigDecimal number, String unit) {
        return number.stripTrailingZeros().toPlainString().replace('.', ',') + (unit == null ? "" : " " + unit);
    }

    /** Vietnamese papers write 1,5. */
    static String decimalComma(BigDecimal number) {
        return number.setScale(Math.max(1, number.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY)
                .toPlainString()
                .replace('.', ',');
    }
}
