package vn.ansinh.core.policy;

import java.time.YearMonth;
import vn.ansinh.api.policy.PackVersion;

/** A pack version and how long it holds. @param last last month, {@code null} while it lasts */
public record PackTerm(PackVersion version, YearMonth last) {}
