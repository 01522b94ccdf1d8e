package dev.reelway.cli.portal;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a {@link Portal} of its own on the one installation of this process, which the
 * first test starts and JUnit closes after the last.
 */
final class PortalExtension implements ParameterResolver, AfterEachCallback {

  private static final Namespace OURS = Namespace.create(PortalExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Portal.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Store shared = context.getRoot().getStore(OURS);
    Installation installation =
        shared.getOrComputeIfAbsent(
            Installation.class, key -> Installation.start(), Installation.class);
    return context
        .getStore(OURS)
        .getOrComputeIfAbsent(Portal.class, key -> new Portal(installation), Portal.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Portal portal = context.getStore(OURS).get(Portal.class, Portal.class);
    if (portal != null && context.getExecutionException().isEmpty()) {
      portal.expectNoComplaints();
    }
  }
}
