package vn.ansinh.core.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.payment.PaymentChannel;
import vn.ansinh.api.problem.Problem;

/** A post office that takes orders, and tells results when the test lets it. */
final class PostOffice implements PaymentChannel {

    final Map<String, List<Instruction>> taken = new LinkedHashMap<>();
    private final Map<String, Long> totals = new LinkedHashMap<>();
    private final List<Result> results = new ArrayList<>();
    /** The line breaks after the order was taken. */
    boolean lineBreaks;

    boolean refuses;
    int sent;

    @Override
    public String code() {
        return "buu-dien-thu";
    }

    @Override
    public String name() {
        return "Bưu điện thử";
    }

    @Override
    public Set<String> methods() {
        return Set.of("BD");
    }

    @Override
    public Optional<Acceptance> find(String number) {
        return Optional.ofNullable(taken.get(number))
                .map(items -> new Acceptance(number, items.size(), totals.get(number), Instant.EPOCH));
    }

    @Override
    public Acceptance send(Order order, Iterable<Instruction> instructions) {
        sent++;
        if (refuses) {
            throw Problem.invalid("THU", "Địa bàn chưa có hợp đồng chi trả.");
        }
        List<Instruction> read = new ArrayList<>();
        instructions.forEach(read::add);
        taken.put(order.number(), read);
        totals.put(order.number(), read.stream().mapToLong(Instruction::amount).sum());
        if (lineBreaks) {
            lineBreaks = false;
            throw new IllegalStateException("connection reset");
        }
        return find(order.number()).orElseThrow();
    }

    void tell(Instruction instruction, boolean paid, String reason, LocalDate day) {
        results.add(new Result(
                instruction.reference(), paid, reason, day, paid ? instruction.name() : null, instruction.amount()));
    }

    @Override
    public ResultPage results(String number, String cursor, int limit) {
        List<Result> all = results.stream()
                .filter(result -> result.reference().startsWith(number + "/"))
                .toList();
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(all.size(), from + 2);
        return new ResultPage(all.subList(from, to), Integer.toString(to), to < all.size());
    }
}
