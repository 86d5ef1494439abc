package vn.ansinh.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** A technician stops the server, and it comes back. */
class StartAndStopIT {

    @Test
    void whatWasStoppedStartsAgainWithTheSameAccount() throws Exception {
        try (RunningDistribution server = RunningDistribution.start("start-and-stop")) {
            server.stop();
            assertFalse(server.process().isAlive());
            server.launch();
            assertEquals(200, server.rest().status("/jobs"));
        }
    }
}
