package dev.reelway.contracts.storage;

import dev.reelway.contracts.work.ContentHash;
import dev.reelway.contracts.work.TaskRef;
import java.util.Locale;

/**
 * Builds every object key. No key is a prefix-directory of another key.
 *
 * <pre>
 *  masters/&lt;title&gt;/&lt;upload&gt;                   uploaded masters
 *  jobs/&lt;title&gt;/…                              owner, requests, last status
 *  jobs/&lt;title&gt;/&lt;n&gt;/…                          documents of submission n, never public
 *  work/chunks/&lt;hash&gt;.mp4                       encoded chunks, shared between titles
 *  titles/&lt;title&gt;/tracks/&lt;track&gt;/…               init, segments, media playlist
 *  titles/&lt;title&gt;/versions/&lt;n&gt;/…                 manifests, plan and report of a version
 *  titles/&lt;title&gt;/index.m3u8 | index.mpd         the public manifests
 *  system/…                                      keys, profiles, webhooks, uploads, watch marks
 * </pre>
 *
 * A one-off encode has the same layout with the output folder as the title's own prefix.
 */
public final class StorageLayout {

  /** Name of the HLS multivariant playlist. */
  public static final String HLS_MANIFEST = "index.m3u8";

  /** Name of the DASH manifest. */
  public static final String DASH_MANIFEST = "index.mpd";

  /** Name of the plan that a version was made from. */
  public static final String PLAN = "plan.json";

  /** Name of what a version consists of. */
  public static final String PRESENTATION = "presentation.json";

  /** Name of what the store said of the segments of a version. */
  public static final String STAMPS = "stamps.json";

  /** Name of what people may know of a version. */
  public static final String REPORT = "report.json";

  /** Name of the same as a page. */
  public static final String REPORT_PAGE = "report.html";

  /** Name of a track's init segment. */
  public static final String INIT = "init.mp4";

  /** Name of a track's HLS media playlist. */
  public static final String MEDIA_PLAYLIST = "media.m3u8";

  /** Name of the HLS playlist of a track's key pictures. */
  public static final String I_FRAME_PLAYLIST = "iframes.m3u8";

  /** Name of the picture that stands for the title. */
  public static final String POSTER = "poster.jpg";

  /** Name of the list of thumbnails in WebVTT. */
  public static final String STORYBOARD = "storyboard.vtt";

  /** DASH template of a tile's name; {@link #tileName} fills it. */
  public static final String TILE_TEMPLATE = "image-$Number%05d$.jpg";

  /** DASH template of a segment's name; {@link #segmentName} fills it. */
  public static final String SEGMENT_TEMPLATE = "segment-$Number%05d$.m4s";

  private static final int BUILD_DIGITS = 10;

  private final String titlePrefix;
  private final String workPrefix;

  private StorageLayout(String titlePrefix, String workPrefix) {
    this.titlePrefix = titlePrefix;
    this.workPrefix = workPrefix;
  }

  /** A title in the shared object store. */
  public static StorageLayout ofTitle(String titleId) {
    return new StorageLayout("titles/" + titleId + "/", "work/");
  }

  /** A folder that holds one title and, while it is made, its work objects. */
  public static StorageLayout ofFolder() {
    return new StorageLayout("", ".reelway/work/");
  }

  /** All documents of all titles' submissions. */
  public static final String JOBS_PREFIX = "jobs/";

  /** All uploaded masters. */
  public static final String MASTERS_PREFIX = "masters/";

  /** Keys, profiles and subscriptions of the installation. */
  public static final String SYSTEM_PREFIX = "system/";

  /** All profiles of the installation, with a slash at the end. */
  public static final String PROFILES_PREFIX = SYSTEM_PREFIX + "profiles/";

  /** All API keys, with a slash at the end. */
  public static final String API_KEYS_PREFIX = SYSTEM_PREFIX + "keys/";

  /** All uploads under way, with a slash at the end. */
  public static final String UPLOADS_PREFIX = SYSTEM_PREFIX + "uploads/";

  /** What short-lived links are signed with. */
  public static final String LINK_SECRET_KEY = SYSTEM_PREFIX + "link-secret.json";

  /** The ladder file of a profile. */
  public static String profileKey(String name) {
    return PROFILES_PREFIX + name + ".yaml";
  }

  /** What is known of an API key; never the key itself. */
  public static String apiKeyKey(String keyId) {
    return API_KEYS_PREFIX + keyId + ".json";
  }

  /** What is known of an upload. */
  public static String uploadKey(String uploadId) {
    return UPLOADS_PREFIX + uploadId + ".json";
  }

  /** All documents of a title, with a slash at the end. */
  public static String jobPrefix(String titleId) {
    return JOBS_PREFIX + titleId + "/";
  }

  /** What a title came to, kept so that it can be rebuilt without Kafka. */
  public static String jobStatusKey(String titleId) {
    return jobPrefix(titleId) + "status.json";
  }

  /** Whose title it is: put once, so that no two tenants ever share an id. */
  public static String ownerKey(String titleId) {
    return jobPrefix(titleId) + "owner.json";
  }

  /** All documents of submission {@code version} of a title, with a slash at the end. */
  public static String submissionPrefix(String titleId, int version) {
    return jobPrefix(titleId) + version + "/";
  }

  /** All requests of a title, with a slash at the end. */
  public static String requestsPrefix(String titleId) {
    return jobPrefix(titleId) + "requests/";
  }

  /** What was asked for; put before the workflow hears of it. */
  public static String requestKey(String titleId, String requestId) {
    return requestsPrefix(titleId) + requestId + ".json";
  }

  /** What the master holds. */
  public static String inspectionKey(String titleId, int version) {
    return submissionPrefix(titleId, version) + "inspection.json";
  }

  /** What the steps before encoding took: {@code inspect} or {@code plan}. */
  public static String effortKey(String titleId, int version, String step) {
    return submissionPrefix(titleId, version) + "effort/" + step + ".json";
  }

  /** What was decided. */
  public static String planKey(String titleId, int version) {
    return submissionPrefix(titleId, version) + PLAN;
  }

  /** The picture that people chose to stand for a title; absent if the rule chooses. */
  public static String chosenPosterKey(String titleId) {
    return jobPrefix(titleId) + POSTER;
  }

  /** What the gate said of the submission when it was last published or held. */
  public static String verdictKey(String titleId, int version) {
    return submissionPrefix(titleId, version) + "verdict.json";
  }

  /** What a task was encoded to by an engine build; a title may be planned again for another. */
  public static String encodedKey(String titleId, int version, String engineBuild, TaskRef task) {
    return encodedPrefix(titleId, version) + name(engineBuild) + "/" + name(task) + ".json";
  }

  /** What a task was packaged to, of what an engine build made. */
  public static String packagedKey(String titleId, int version, String engineBuild, TaskRef task) {
    return packagedPrefix(titleId, version) + name(engineBuild) + "/" + name(task) + ".json";
  }

  /** All results of workers for a submission, with a slash at the end. */
  public static String encodedPrefix(String titleId, int version) {
    return submissionPrefix(titleId, version) + "encoded/";
  }

  /** All results of packagers for a submission, with a slash at the end. */
  public static String packagedPrefix(String titleId, int version) {
    return submissionPrefix(titleId, version) + "packaged/";
  }

  /** All masters uploaded for a title, with a slash at the end. */
  public static String mastersPrefix(String titleId) {
    return MASTERS_PREFIX + titleId + "/";
  }

  /** An uploaded master. */
  public static String masterKey(String titleId, String uploadId) {
    return mastersPrefix(titleId) + uploadId;
  }

  private static String name(String engineBuild) {
    return ContentHash.ofParts(engineBuild).substring(0, BUILD_DIGITS);
  }

  private static String name(TaskRef task) {
    String kind = task.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return String.format(Locale.ROOT, "%s-%05d", kind, task.number());
  }

  /** Everything that belongs to the title. */
  public String titlePrefix() {
    return titlePrefix;
  }

  /** Everything that is only needed while encoding. */
  public String workPrefix() {
    return workPrefix;
  }

  /** The work object with the given content key. */
  public String chunkKey(String contentKey) {
    return workPrefix + "chunks/" + contentKey + ".mp4";
  }

  /** What is known of the work object with the given content key. */
  public String chunkRecordKey(String contentKey) {
    return workPrefix + "chunks/" + contentKey + ".json";
  }

  /** A still of the work object with the given content key, from 0. */
  public String chunkStillKey(String contentKey, int number) {
    return workPrefix + "chunks/" + contentKey + "-" + number + ".jpg";
  }

  /** All track folders. */
  public String tracksPrefix() {
    return titlePrefix + "tracks/";
  }

  /** A track's folder, with a slash at the end. */
  public String trackPrefix(String track) {
    return tracksPrefix() + track + "/";
  }

  /** A track's init segment. */
  public String initKey(String track) {
    return trackPrefix(track) + INIT;
  }

  /** Segment {@code number} (from 1) of a track. */
  public String segmentKey(String track, int number) {
    return trackPrefix(track) + segmentName(number);
  }

  /** Segment {@code number} (from 1) of a track of WebVTT files. */
  public String textSegmentKey(String track, int number) {
    return trackPrefix(track) + textSegmentName(number);
  }

  /** Tile {@code number} (from 1) of a track of thumbnails. */
  public String tileKey(String track, int number) {
    return trackPrefix(track) + tileName(number);
  }

  /** The HLS playlist of a track's key pictures. */
  public String iFramePlaylistKey(String track) {
    return trackPrefix(track) + I_FRAME_PLAYLIST;
  }

  /** A track's HLS media playlist. */
  public String mediaPlaylistKey(String track) {
    return trackPrefix(track) + MEDIA_PLAYLIST;
  }

  /** All versions of the title. */
  public String versionsPrefix() {
    return titlePrefix + "versions/";
  }

  /** The folder of version {@code version} (from 1), with a slash at the end. */
  public String versionPrefix(int version) {
    return versionsPrefix() + version + "/";
  }

  /** The HLS multivariant playlist of a version. */
  public String versionHlsKey(int version) {
    return versionPrefix(version) + HLS_MANIFEST;
  }

  /** The MPD of a version. */
  public String versionDashKey(int version) {
    return versionPrefix(version) + DASH_MANIFEST;
  }

  /** The poster of a version. */
  public String versionPosterKey(int version) {
    return versionPrefix(version) + POSTER;
  }

  /** The list of thumbnails of a version. */
  public String versionStoryboardKey(int version) {
    return versionPrefix(version) + STORYBOARD;
  }

  /** The plan that a version was made from. */
  public String versionPlanKey(int version) {
    return versionPrefix(version) + PLAN;
  }

  /** What version {@code version} consists of; there once the version was public. */
  public String versionPresentationKey(int version) {
    return versionPrefix(version) + PRESENTATION;
  }

  /** What the store said of the segments of version {@code version}. */
  public String versionStampsKey(int version) {
    return versionPrefix(version) + STAMPS;
  }

  /** The report of version {@code version}. */
  public String versionReportKey(int version) {
    return versionPrefix(version) + REPORT;
  }

  /** The report of version {@code version} as a page. */
  public String versionReportPageKey(int version) {
    return versionPrefix(version) + REPORT_PAGE;
  }

  /** The public HLS manifest. */
  public String publicHlsKey() {
    return titlePrefix + HLS_MANIFEST;
  }

  /** The public DASH manifest. */
  public String publicDashKey() {
    return titlePrefix + DASH_MANIFEST;
  }

  /** The public poster. */
  public String publicPosterKey() {
    return titlePrefix + POSTER;
  }

  /** The public list of thumbnails. */
  public String publicStoryboardKey() {
    return titlePrefix + STORYBOARD;
  }

  /** Name of tile {@code number} (from 1) inside its track's folder. */
  public static String tileName(int number) {
    return String.format(Locale.ROOT, "image-%05d.jpg", number);
  }

  /** Name of segment {@code number} (from 1) inside its track's folder. */
  public static String segmentName(int number) {
    return String.format(Locale.ROOT, "segment-%05d.m4s", number);
  }

  /** Name of WebVTT file {@code number} (from 1) inside its track's folder. */
  public static String textSegmentName(int number) {
    return String.format(Locale.ROOT, "segment-%05d.vtt", number);
  }
}
