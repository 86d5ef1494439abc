package vn.ansinh.ui.shell.servlet;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

/**
 * An endpoint nobody calls: Pax Web makes the server's WebSocket container only for a context that has one, and Vaadin's push
 * needs that container.
 */
@ServerEndpoint("/_push-anchor")
public class PushAnchor {

    /** Says nothing. */
    @OnMessage
    public void onMessage(String message) {
        // nobody calls
    }
}
