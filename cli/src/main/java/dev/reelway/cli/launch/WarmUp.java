package dev.reelway.cli.launch;

import com.sun.net.httpserver.HttpServer;
import dev.reelway.cli.ReelwayMain;
import dev.reelway.cli.command.MediaEngines;
import dev.reelway.contracts.master.AudioStream;
import dev.reelway.contracts.master.ClockMap;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.Master;
import dev.reelway.contracts.master.SeekPoint;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.work.ContentHash;
import dev.reelway.ingest.inspect.MasterInspector;
import dev.reelway.ingest.inspect.ScannedFile;
import dev.reelway.ingest.plan.Planner;
import dev.reelway.ingest.plan.ProfileReader;
import dev.reelway.media.FileMaster;
import dev.reelway.media.ffmpeg.AnalysisJob;
import dev.reelway.media.ffmpeg.AudioJob;
import dev.reelway.media.ffmpeg.ScanJob;
import dev.reelway.media.ffmpeg.VideoJob;
import dev.reelway.media.scan.MasterScan;
import dev.reelway.media.task.AnalysisTask;
import dev.reelway.media.task.AudioTask;
import dev.reelway.media.task.MediaJson;
import dev.reelway.media.task.ScanTask;
import dev.reelway.media.task.TaskEnvelope;
import dev.reelway.media.task.VideoTask;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine;

/**
 * Runs once after a build, for the launcher script: does what the program and its child processes
 * do, on two tiny made-up masters in one process, so that FFmpeg's libraries are unpacked and the
 * JVM can archive the classes that all of them load.
 */
public final class WarmUp {

  private static final int FRAMES = 60;
  private static final int WIDTH = 192;
  private static final int HEIGHT = 108;
  private static final int SAMPLE_RATE = 48000;

  private static final String TITLE =
      """
      {"schema": 1, "titleId": "warm-up", "requestId": "", "version": 1, "run": 1, "tenant": "",
       "name": "", "master": "", "profileName": "", "lane": "STANDARD", "metadata": {"a": "b"},
       "phase": "ENCODING", "queuePosition": 0, "createdAt": "", "updatedAt": "",
       "phases": [{"phase": "ENCODING", "at": "2026-01-01T00:00:00Z"}], "masterSummary": "",
       "plan": {"planHash": "", "engineBuild": "", "durationSeconds": 1, "videoChunks": 1,
         "audioTracks": 1, "textTracks": 0, "chunkFrames": 1, "totalFrames": 1, "rungs": [""],
         "cost": {"cpuSeconds": 1, "scratchBytes": 1, "outputBytes": 1}, "warnings": []},
       "progress": {"tasks": 1, "encoded": 0, "packaged": 0, "running": 0, "framesDone": 0,
         "parts": 0, "reusedParts": 0, "retries": 0, "etaSeconds": -1},
       "findings": [], "links": {"self": "", "hls": "", "dash": ""}}
      """;

  private WarmUp() {}

  /** Takes a folder to work in. Ends the process as the program would. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]);
    Path picture = Files.write(folder.resolve("picture.y4m"), picture());
    encodeHere(picture, folder);
    encodeHere(Files.write(folder.resolve("sound.wav"), sound()), folder);
    askAServer();
    ReelwayMain.main(
        new String[] {"encode", picture.toString(), "--out", folder.resolve("out").toString()});
  }

  private static void encodeHere(Path file, Path folder) throws IOException, InterruptedException {
    try (FileMaster bytes = new FileMaster(file)) {
      MasterScan scan = new ScanJob(bytes, new ScanTask(List.of(), OptionalLong.empty())).run();
      Master master =
          new Master("warm-up", bytes.sizeBytes(), ContentHash.of(Files.readAllBytes(file)));
      Inspection inspection =
          MasterInspector.inspect(new ScannedFile(master, scan), List.of(), SourceOptions.STRICT);
      new AnalysisJob(bytes, analysisTask(inspection), done -> {}).run();
      EncodePlan plan =
          Planner.plan(
              inspection, ProfileReader.defaultProfile(), MediaEngines.local().build(), false);
      if (inspection.video().isPresent()) {
        VideoTask task = videoTask(plan);
        new VideoJob(bytes, throughJson(task, bytes), folder, done -> {}).run();
      }
      if (!inspection.audio().isEmpty()) {
        AudioTask task =
            new AudioTask(
                List.of(inspection.audio().get(0).timeBase()),
                inspection.clock(),
                plan.audio().get(0),
                plan.grid(),
                false);
        new AudioJob(bytes, task, folder, done -> {}).run();
      }
    }
  }

  // What asks a server loads an HTTP client and titles as JSON, whatever the question is.
  private static void askAServer() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] title = TITLE.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, title.length);
            exchange.getResponseBody().write(title);
          }
        });
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    String[] arguments = {"status", "warm-up", "--server", address, "--key", "rw_none"};
    ReelwayMain.commandLine(CommandLine.defaultFactory(), arguments).execute(arguments);
    server.stop(0);
  }

  private static AnalysisTask analysisTask(Inspection inspection) {
    return new AnalysisTask(
        ClockMap.EVEN,
        inspection
            .video()
            .map(
                video ->
                    new AnalysisTask.Picture(
                        video.index(), video.presentationTimes(), List.of(), List.of(), 0)),
        inspection.audio().stream().map(AudioStream::index).toList(),
        inspection.originSeconds(),
        inspection.durationSeconds());
  }

  private static VideoTask videoTask(EncodePlan plan) {
    VideoStream video = plan.inspection().video().orElseThrow();
    return new VideoTask(
        video.index(),
        video.timeBase(),
        plan.inspection().originSeconds(),
        plan.inspection().clock(),
        video.frameMap().first(),
        List.of(SeekPoint.FILE_START),
        video.frameMap(),
        plan.chunks().get(0),
        plan.grid(),
        VideoTask.Picture.of(video),
        plan.encodedRungs(),
        plan.thumbnails(),
        plan.poster(),
        false,
        true);
  }

  // A child gets its task as JSON, so those classes belong to the archive, too.
  private static VideoTask throughJson(VideoTask task, FileMaster bytes) throws IOException {
    byte[] json = MediaJson.mapper().writeValueAsBytes(new TaskEnvelope(bytes.sizeBytes(), task));
    return (VideoTask) MediaJson.mapper().readValue(json, TaskEnvelope.class).task();
  }

  /** Grey pictures in YUV4MPEG2. */
  private static byte[] picture() {
    byte[] header =
        ("YUV4MPEG2 W" + WIDTH + " H" + HEIGHT + " F25:1 Ip A1:1 C420mpeg2\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] frame = "FRAME\n".getBytes(StandardCharsets.US_ASCII);
    int samples = WIDTH * HEIGHT * 3 / 2;
    ByteBuffer file = ByteBuffer.allocate(header.length + FRAMES * (frame.length + samples));
    file.put(header);
    for (int i = 0; i < FRAMES; i++) {
      file.put(frame);
      for (int sample = 0; sample < samples; sample++) {
        file.put((byte) (128 + (sample + i) % 64));
      }
    }
    return file.array();
  }

  /** One second of a soft saw tooth in a WAV file. */
  private static byte[] sound() {
    int dataBytes = SAMPLE_RATE * 2;
    ByteBuffer file = ByteBuffer.allocate(44 + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + dataBytes);
    file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    file.putShort((short) 1).putShort((short) 1).putInt(SAMPLE_RATE).putInt(dataBytes);
    file.putShort((short) 2).putShort((short) 16);
    file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(dataBytes);
    for (int i = 0; i < SAMPLE_RATE; i++) {
      file.putShort((short) (i % 100 * 20));
    }
    return file.array();
  }
}
