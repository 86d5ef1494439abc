package vn.ansinh.api.registry;

import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.Sex;

/**
 * What a registry is asked: is it so?
 *
 * @param number 12 digits
 */
public record Inquiry(String number, String fullName, BirthDate birth, Sex sex) {}
