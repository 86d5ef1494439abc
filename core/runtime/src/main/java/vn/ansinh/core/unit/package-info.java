/**
 * The administrative units in time. The lists lie beside the classes as resources, one complete list for each day from
 * which units changed; {@link vn.ansinh.core.unit.UnitHistory} makes one history of them, {@link
 * vn.ansinh.core.unit.UnitLoader} puts it into the tables once, {@link vn.ansinh.core.unit.UnitIndex} answers from memory.
 */
package vn.ansinh.core.unit;
