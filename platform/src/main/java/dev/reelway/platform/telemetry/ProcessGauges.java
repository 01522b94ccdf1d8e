package dev.reelway.platform.telemetry;

import dev.reelway.platform.work.ResidentMemory;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.RuntimeMXBean;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/** What every process tells about itself, under the names that Prometheus clients usually use. */
final class ProcessGauges {
  private static final double MILLISECONDS = TimeUnit.SECONDS.toMillis(1);

  private ProcessGauges() {}

  static void register(MeterRegistry registry) {
    RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    Gauge.builder("process.resident.memory.bytes", ResidentMemory::bytes)
        .description("Resident memory; child processes not counted.")
        .register(registry);
    Gauge.builder("process.start.time.seconds", () -> runtime.getStartTime() / MILLISECONDS)
        .description("When the process started, in seconds since 1970.")
        .register(registry);
    FunctionCounter.builder(
            "process.cpu.seconds", ProcessHandle.current(), ProcessGauges::cpuSeconds)
        .description("Processor time used; child processes not counted.")
        .register(registry);
    Gauge.builder("jvm.heap.used.bytes", () -> memory.getHeapMemoryUsage().getUsed())
        .description("Heap in use.")
        .register(registry);
    Gauge.builder("jvm.heap.max.bytes", () -> memory.getHeapMemoryUsage().getMax())
        .description("What the heap may grow to.")
        .register(registry);
    Gauge.builder("jvm.threads", threads::getThreadCount)
        .description("Live threads.")
        .register(registry);
    FunctionCounter.builder("jvm.gc.seconds", runtime, ignored -> collectionSeconds())
        .description("Time spent collecting garbage.")
        .register(registry);
  }

  private static double cpuSeconds(ProcessHandle process) {
    return process.info().totalCpuDuration().map(d -> d.toMillis() / MILLISECONDS).orElse(0.0);
  }

  private static double collectionSeconds() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
            .mapToLong(GarbageCollectorMXBean::getCollectionTime)
            .filter(milliseconds -> milliseconds > 0)
            .sum()
        / MILLISECONDS;
  }
}
