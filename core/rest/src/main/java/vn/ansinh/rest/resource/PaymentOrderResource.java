package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrderState;
import vn.ansinh.api.payment.PaymentOrders;
import vn.ansinh.api.payment.PaymentOrders.Channel;
import vn.ansinh.api.payment.PaymentOrders.ItemPage;
import vn.ansinh.api.payment.PaymentOrders.ItemQuery;
import vn.ansinh.api.payment.PaymentOrders.ItemResult;
import vn.ansinh.api.payment.PaymentOrders.OrderDraft;
import vn.ansinh.api.payment.PaymentOrders.OrderPage;
import vn.ansinh.api.payment.PaymentOrders.OrderQuery;
import vn.ansinh.api.payment.PaymentOrders.Payable;
import vn.ansinh.api.payment.PaymentOrders.Reconciliation;
import vn.ansinh.api.payment.PaymentResult;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.rest.RestResource;

/** Payment orders: made from closed payrolls, sent, and what came of them. */
@Path("/payment-orders")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.PAYMENT_READ)
public final class PaymentOrderResource implements RestResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Access access;
    private final UnitCodes units;
    private final PaymentOrders orders;
    private final Jobs jobs;

    /** @param orders scoped to the caller's subtree */
    public PaymentOrderResource(Access access, UnitCodes units, PaymentOrders orders, Jobs jobs) {
        this.access = access;
        this.units = units;
        this.orders = orders;
        this.jobs = jobs;
    }

    /** Orders of units at or below a unit, newest first. */
    @GET
    public OrderPage list(
            @QueryParam("program") String program,
            @QueryParam("unit") String unit,
            @QueryParam("month") YearMonth month,
            @QueryParam("state") PaymentOrderState state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return orders.orders(new OrderQuery(program, units.idOrOwn(unit, month), month, state, cursor, limit));
    }

    /** What can be ordered for one month, or two in a row ({@code month=2027-01&month=2027-02}), by method. */
    @GET
    @Path("payable")
    public Payable payable(
            @QueryParam("program") String program,
            @QueryParam("unit") String unit,
            @QueryParam("month") List<YearMonth> months) {
        return orders.payable(Required.parameter("program", program), units.idOrOwn(unit, last(months)), months);
    }

    /** The latest: whoever bore the code then is meant. @return {@code null} for none, which is today */
    private static YearMonth last(List<YearMonth> months) {
        return months == null
                ? null
                : months.stream()
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    /** The channels that are there now. */
    @GET
    @Path("channels")
    public List<Channel> channels() {
        return orders.channels();
    }

    /** A person's payments, newest first. */
    @GET
    @Path("of-person/{person}")
    public List<PaymentItemView> ofPerson(
            @PathParam("person") long person, @QueryParam("limit") @DefaultValue("100") int limit) {
        NumberSight sight = NumberSight.of(access);
        return orders.ofPerson(person, limit).stream()
                .map(item -> PaymentItemView.of(item, sight))
                .toList();
    }

    /** One order. */
    @GET
    @Path("{id}")
    public PaymentOrder byId(@PathParam("id") long id) {
        return orders.byId(id)
                .orElseThrow(() -> Problem.notFound(
                        "AS-PAYMENT-UNKNOWN",
                        "Không có lệnh chi trả số " + id + ", hoặc không thuộc địa bàn được giao."));
    }

    /** One page of an order's payments. */
    @GET
    @Path("{id}/items")
    public ItemList items(
            @PathParam("id") long id,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("state") PaymentResult.State state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        ItemPage page = orders.items(new ItemQuery(id, text, state, cursor, limit));
        NumberSight sight = NumberSight.of(access);
        return new ItemList(
                page.items().stream()
                        .map(item -> PaymentItemView.of(item, sight))
                        .toList(),
                page.next());
    }

    /** Where an order's money is, to the đồng. */
    @GET
    @Path("{id}/reconciliation")
    public Reconciliation reconciliation(@PathParam("id") long id) {
        return orders.reconciliation(id);
    }

    /** Makes a draft of everything payable; 201 with the order. */
    @POST
    @Permitted(Permissions.PAYMENT_ORDER)
    public Response create(OrderRequest request) {
        Required.body(request);
        PaymentOrder made = orders.create(new OrderDraft(
                Required.parameter("program", request.program()),
                units.id(Required.parameter("unit", request.unit()), last(request.months())),
                Required.parameter("method", request.method()),
                Required.parameter("months", request.months())));
        return Response.status(Response.Status.CREATED)
                .entity(made)
                .header("Location", "/api/v1/payment-orders/" + made.id())
                .build();
    }

    /** Gives a draft up. */
    @POST
    @Path("{id}/withdraw")
    @Permitted(Permissions.PAYMENT_ORDER)
    public void withdraw(@PathParam("id") long id, Withdrawal withdrawal) {
        orders.withdraw(id, Required.body(withdrawal).reason());
    }

    /** Approves a draft that somebody else made and sends it; without a channel it is handed over as a file. */
    @POST
    @Path("{id}/send")
    @Permitted(Permissions.PAYMENT_SEND)
    public PaymentOrder send(@PathParam("id") long id, Sending sending) {
        return orders.send(id, Required.body(sending).channel());
    }

    /** Writes an order as {@code xlsx} or {@code csv}; answers 202 with the job whose output it becomes. */
    @POST
    @Path("{id}/exports")
    public Response export(@PathParam("id") long id, ExportRequest request) {
        PaymentOrder order = byId(id);
        return Accepted.job(jobs.submit(
                PaymentOrders.EXPORT,
                "Xuất lệnh chi trả " + order.number(),
                Map.of(
                        "order", Long.toString(id),
                        "format",
                                Required.parameter(
                                        "format", Required.body(request).format())),
                null));
    }

    /**
     * Results as a file (xlsx or csv, as exported); answers 202 with the job that checks it as a whole. Result {@code rejected}
     * of the job counts wrong rows, which its output names; with one of them nothing is written.
     */
    @POST
    @Path("{id}/result-files")
    @Permitted(Permissions.PAYMENT_RESULT)
    @Consumes({"application/octet-stream", "text/csv", XLSX})
    public Response results(@PathParam("id") long id, InputStream content) {
        PaymentOrder order = byId(id);
        access.require(Permissions.PAYMENT_RESULT, order.unitId());
        return Accepted.job(jobs.submit(
                PaymentOrders.RESULTS,
                "Đọc kết quả lệnh chi trả " + order.number(),
                Map.of("order", Long.toString(id)),
                content));
    }

    /** Records results one by one: all of them, or none. */
    @POST
    @Path("{id}/results")
    @Permitted(Permissions.PAYMENT_RESULT)
    public Recorded record(@PathParam("id") long id, List<ItemResult> results) {
        return new Recorded(orders.record(id, Required.body(results)));
    }

    /** Fetches results from the order's channel now; answers 202 with the job. It happens by itself every few minutes. */
    @POST
    @Path("{id}/collect")
    @Permitted(Permissions.PAYMENT_RESULT)
    public Response collect(@PathParam("id") long id) {
        PaymentOrder order = byId(id);
        return Accepted.job(jobs.submit(
                PaymentOrders.COLLECT,
                "Hỏi kết quả lệnh chi trả " + order.number(),
                Map.of("order", Long.toString(id)),
                null));
    }

    /** Settles an order whose results are complete. */
    @POST
    @Path("{id}/settle")
    @Permitted(Permissions.PAYMENT_RESULT)
    public PaymentOrder settle(@PathParam("id") long id) {
        return orders.settle(id);
    }

    /**
     * @param unit code; a province's order holds all its communes
     * @param method code of list {@code hinh-thuc-chi-tra}
     * @param months one, or two in a row
     */
    public record OrderRequest(String program, String unit, String method, List<YearMonth> months) {}

    /** @param reason why it is given up */
    public record Withdrawal(String reason) {}

    /** @param channel code of a channel, {@code null} when the order is handed over as a file */
    public record Sending(String channel) {}

    /** @param format {@code xlsx} or {@code csv} */
    public record ExportRequest(String format) {}

    /** @param changed how many payments have another result than before */
    public record Recorded(int changed) {}

    /** @param next cursor of the following page, {@code null} on the last */
    public record ItemList(List<PaymentItemView> items, String next) {}
}
