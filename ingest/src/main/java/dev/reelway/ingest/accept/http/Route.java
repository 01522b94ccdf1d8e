package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.Role;
import io.javalin.http.HandlerType;
import java.util.Optional;

/**
 * One operation of the API.
 *
 * @param method HTTP method
 * @param path with {@code {id}} for parameters
 * @param operationId its name in the API document and the audit log
 * @param role the least role that may call it; absent if anybody may without a key
 * @param audited whether every call is a write that the audit log keeps
 * @param action what it does
 */
record Route(
    HandlerType method,
    String path,
    String operationId,
    Optional<Role> role,
    boolean audited,
    Action action) {}
