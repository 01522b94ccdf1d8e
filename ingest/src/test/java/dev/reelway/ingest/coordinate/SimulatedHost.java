package dev.reelway.ingest.coordinate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.title.Publication;
import dev.reelway.contracts.work.TaskRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A host with slow hands and a bad network: effects of packaging and removal come late, events
 * arrive late, twice and in any order, a share of the answers are failures, and a person retries
 * whenever it pleases. Stopping is prompt: what has not begun never has an effect.
 */
final class SimulatedHost {

  private static final FailureKind[] RETRYABLE = {
    FailureKind.ENCODER_CRASHED,
    FailureKind.ENCODER_OUT_OF_MEMORY,
    FailureKind.CHUNK_INVALID,
    FailureKind.STORAGE_UNAVAILABLE
  };

  private final Random random;
  private final int failurePercent;
  private final PlanSummary plan;
  private final List<TitleEvent> network = new ArrayList<>();
  private final List<TitleCommand> slow = new ArrayList<>();
  private final Set<String> carriedOut = new HashSet<>();
  private final Set<String> failedAttempts = new HashSet<>();
  private final Set<TaskRef> packaged = new HashSet<>();
  private TitleState state = TitleStates.initial();
  private int wishes;

  SimulatedHost(long seed, int failurePercent, PlanSummary plan) {
    this.random = new Random(seed);
    this.failurePercent = failurePercent;
    this.plan = plan;
  }

  /** Sends an event into the network. */
  void send(TitleEvent event) {
    network.add(event);
  }

  /** Runs until nothing is on its way and no person wants anything. */
  TitleState run(int cancelAfterSteps) {
    for (int step = 0; isBusy() || wish(); step++) {
      assertThat(step).as("steps until the end").isLessThan(20_000);
      if (step == cancelAfterSteps) {
        deliver(new TitleEvent.CancelRequested(state.submission().version()));
      }
      if (random.nextInt(10) == 0) {
        wish();
      }
      if (!slow.isEmpty() && (network.isEmpty() || random.nextInt(3) == 0)) {
        finish(slow.remove(random.nextInt(slow.size())));
      } else if (!network.isEmpty()) {
        deliver(next());
      }
    }
    return state;
  }

  private boolean isBusy() {
    return !network.isEmpty() || !slow.isEmpty();
  }

  Set<TaskRef> packaged() {
    return packaged;
  }

  private TitleEvent next() {
    int index = random.nextInt(network.size());
    return random.nextInt(4) == 0 ? network.get(index) : network.remove(index);
  }

  private void deliver(TitleEvent event) {
    Decision decision = TitleWorkflow.apply(state, event);
    state = decision.state();
    decision.commands().forEach(this::carryOut);
  }

  /** What a person does: starts, retries or cancels, a few times. */
  private boolean wish() {
    boolean waits = state.phase() == Phase.AWAITING_START || state.phase() == Phase.HELD;
    if (!waits && state.phase() != Phase.FAILED) {
      return false;
    }
    boolean tired = ++wishes > 8;
    if (state.phase() == Phase.AWAITING_START) {
      send(new TitleEvent.StartRequested(state.submission().version()));
    } else if (!tired) {
      send(new TitleEvent.RetryRequested(state.run()));
    } else if (waits) {
      send(new TitleEvent.CancelRequested(state.submission().version()));
    }
    return isBusy();
  }

  private void carryOut(TitleCommand command) {
    if (!(command instanceof TitleCommand.ReportStatus)
        && !(command instanceof TitleCommand.StopTasks)) {
      assertThat(carriedOut.add(identity(command))).as("only once: %s", command).isTrue();
    }
    if (command instanceof TitleCommand.InspectMaster c) {
      send(new TitleEvent.InspectionStarted(c.attempt()));
      answer(
          new TitleEvent.Inspected(c.attempt()),
          new TitleEvent.InspectionFailed(c.attempt(), kind(), "Simulated."));
    } else if (command instanceof TitleCommand.MakePlan c) {
      answer(
          new TitleEvent.Planned(c.attempt(), plan),
          new TitleEvent.PlanningFailed(c.attempt(), kind(), "Simulated."));
    } else if (command instanceof TitleCommand.EncodeTask c) {
      encode(c);
    } else if (command instanceof TitleCommand.Publish c) {
      publish(c);
    } else if (command instanceof TitleCommand.StopTasks) {
      slow.removeIf(TitleCommand.PackageTask.class::isInstance);
    } else if (!(command instanceof TitleCommand.ReportStatus)) {
      slow.add(command);
    }
  }

  private void finish(TitleCommand command) {
    if (command instanceof TitleCommand.PackageTask c) {
      packageTask(c);
    } else if (command instanceof TitleCommand.DiscardUnpublished c) {
      packaged.clear();
      send(new TitleEvent.Discarded(c.number()));
    }
  }

  /** A repetition is only right when the attempt before it has failed. */
  private void encode(TitleCommand.EncodeTask command) {
    if (command.attempt() != state.firstAttempt()) {
      assertThat(failedAttempts).contains(command.task() + "/" + (command.attempt() - 1));
    }
    if (fails() && random.nextBoolean()) {
      failedAttempts.add(command.task() + "/" + command.attempt());
      send(new TitleEvent.TaskTimedOut(command.task(), command.attempt()));
    }
    boolean failed =
        answer(
            new TitleEvent.TaskEncoded(command.task(), command.attempt()),
            new TitleEvent.TaskFailed(command.task(), command.attempt(), kind(), "Simulated."));
    if (failed) {
      failedAttempts.add(command.task() + "/" + command.attempt());
    }
  }

  /** An invalid chunk fails the encoding attempt that made it. */
  private void packageTask(TitleCommand.PackageTask command) {
    packaged.add(command.task());
    FailureKind kind = kind();
    boolean failed =
        answer(
            new TitleEvent.TaskPackaged(command.task(), command.attempt()),
            new TitleEvent.PackagingFailed(command.task(), command.attempt(), kind, "Simulated."));
    if (failed && kind == FailureKind.CHUNK_INVALID) {
      state
          .work()
          .map(work -> work.attempt(command.task(), state.firstAttempt()).encode())
          .ifPresent(attempt -> failedAttempts.add(command.task() + "/" + attempt));
    }
  }

  private void publish(TitleCommand.Publish command) {
    assertThat(packaged).hasSize(plan.taskCount());
    TitleEvent failure =
        random.nextInt(3) == 0
            ? new TitleEvent.PublishFailed(
                command.attempt(), FailureKind.PACKAGE_INVALID, "Simulated.")
            : new TitleEvent.PublishFailed(command.attempt(), kind(), "Simulated.");
    Publication publication =
        new Publication(command.version(), plan.planHash(), "index.m3u8", "index.mpd");
    answer(new TitleEvent.Published(command.attempt(), command.version(), publication), failure);
  }

  /** Sends one of both; whether it was the failure. */
  private boolean answer(TitleEvent success, TitleEvent failure) {
    boolean failed = fails();
    send(failed ? failure : success);
    return failed;
  }

  private boolean fails() {
    return random.nextInt(100) < failurePercent;
  }

  private FailureKind kind() {
    return random.nextInt(20) == 0
        ? FailureKind.MASTER_DAMAGED
        : RETRYABLE[random.nextInt(RETRYABLE.length)];
  }

  /** A command is the same however long it waits. */
  private static String identity(TitleCommand command) {
    if (command instanceof TitleCommand.EncodeTask c) {
      return new TitleCommand.EncodeTask(c.task(), c.attempt(), Duration.ZERO, 0, false).toString();
    }
    return command.toString();
  }
}
