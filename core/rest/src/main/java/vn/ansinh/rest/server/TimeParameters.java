package vn.ansinh.rest.server;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;

/** Dates ({@code 2026-11-22}) and months ({@code 2026-11}) in paths and queries. */
final class TimeParameters implements ParamConverterProvider {

    private record Converter<T>(Function<String, T> parse) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            if (text == null || text.isBlank()) {
                return null;
            }
            try {
                return parse.apply(text);
            } catch (DateTimeException e) {
                throw new BadRequestException(e);
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        if (rawType == YearMonth.class) {
            return (ParamConverter<T>) new Converter<>(YearMonth::parse);
        }
        return rawType == LocalDate.class ? (ParamConverter<T>) new Converter<>(LocalDate::parse) : null;
    }
}
