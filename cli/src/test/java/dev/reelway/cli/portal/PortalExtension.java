package dev.reelway.cli.portal;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a {@link Portal} of its own on the one installation of this process, which the
 * first test starts and which ends with the process: Maven's forks begin a new run of JUnit for
 * each class, so a store of JUnit's would not outlive the class.
 */
final class PortalExtension implements ParameterResolver, AfterEachCallback {

  private static final Namespace OURS = Namespace.create(PortalExtension.class);

  private static Installation shared;

  private static synchronized Installation shared() {
    if (shared == null) {
      shared = Installation.start();
    }
    return shared;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Portal.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(OURS)
        .getOrComputeIfAbsent(Portal.class, key -> new Portal(shared()), Portal.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Portal portal = context.getStore(OURS).get(Portal.class, Portal.class);
    if (portal != null && context.getExecutionException().isEmpty()) {
      portal.expectNoComplaints();
    }
  }
}
