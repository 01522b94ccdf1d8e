package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.Maintenance;
import dev.reelway.ingest.accept.Role;
import io.javalin.http.HandlerType;
import java.util.Optional;

/** What operators of the whole installation start by hand. */
final class MaintenanceRoutes {

  private final Maintenance maintenance;

  MaintenanceRoutes(Maintenance maintenance) {
    this.maintenance = maintenance;
  }

  void addTo(RouteList routes) {
    routes.write(HandlerType.POST, "/maintenance/sweep", "sweep", Role.OPERATOR, this::sweep);
    routes.write(HandlerType.POST, "/maintenance/recover", "recover", Role.OPERATOR, this::recover);
  }

  /** Whether only to tell what would be removed. */
  record SweepForm(Optional<Boolean> dryRun) {
    static final SweepForm EMPTY = new SweepForm(Optional.empty());
  }

  private void sweep(Call call) {
    call.expectAllTenants();
    boolean dryRun = call.bodyOr(SweepForm.class, SweepForm.EMPTY).dryRun().orElse(false);
    call.answer(200, maintenance.sweep(dryRun));
  }

  private void recover(Call call) {
    call.expectAllTenants();
    call.answer(200, maintenance.recover());
  }
}
