package vn.ansinh.database.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** What a program's bundle would store. */
@Entity
public class Decision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String number;

    Decision(String number) {
        this.number = number;
    }

    long id() {
        return id;
    }

    String number() {
        return number;
    }
}
