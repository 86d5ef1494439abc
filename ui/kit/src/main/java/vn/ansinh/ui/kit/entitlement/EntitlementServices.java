package vn.ansinh.ui.kit.entitlement;

import vn.ansinh.api.access.Access;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.unit.Units;

/** What the events of rights work on. */
public record EntitlementServices(Access access, Entitlements entitlements, CodeLists codeLists, Units units) {}
