package dev.reelway.ingest.schedule;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.config.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;
import org.quartz.Scheduler;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.impl.jdbcjobstore.StdJDBCDelegate;
import org.quartz.utils.ConnectionProvider;

/**
 * Where Quartz keeps its tables: an H2 file of this instance, or a PostgreSQL database that several
 * share. A connection is opened for each of the few operations a minute.
 */
final class ScheduleDatabase implements ConnectionProvider {

  private static final String SCRIPTS = "/org/quartz/impl/jdbcjobstore/";
  private static final long TABLES_LOCK = 7_259_301L;

  private final String url;
  private final Properties login = new Properties();
  private final boolean shared;

  private ScheduleDatabase(String url, boolean shared) {
    this.url = url;
    this.shared = shared;
  }

  /** The database of a configuration, without having asked anything of it. */
  static ScheduleDatabase of(ScheduleConfig config, Path folder) {
    if (config.jdbcUrl().isEmpty()) {
      Path file = folder.toAbsolutePath().resolve("schedule");
      return new ScheduleDatabase(
          "jdbc:h2:file:" + file + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE", false);
    }
    ScheduleDatabase database = new ScheduleDatabase(config.jdbcUrl().get(), true);
    config.jdbcUser().ifPresent(user -> database.login.setProperty("user", user));
    config
        .jdbcPassword()
        .map(Secret::value)
        .ifPresent(password -> database.login.setProperty("password", password));
    return database;
  }

  /** Whether other instances use it, too. */
  boolean isShared() {
    return shared;
  }

  /** Quartz's name for the dialect. */
  String delegate() {
    return (shared ? PostgreSQLDelegate.class : StdJDBCDelegate.class).getName();
  }

  /** Makes Quartz's tables unless they are there; several instances may start at once. */
  @Override
  public void initialize() {
    try (Connection connection = getConnection()) {
      connection.setAutoCommit(false);
      if (shared) {
        execute(connection, "SELECT pg_advisory_xact_lock(" + TABLES_LOCK + ")");
      }
      if (!hasTables(connection)) {
        for (String statement : script().split(";", -1)) {
          if (!statement.isBlank()) {
            execute(connection, statement);
          }
        }
      }
      connection.commit();
    } catch (SQLException | IOException e) {
      throw unavailable(e);
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    return DriverManager.getConnection(url, login);
  }

  @Override
  public void shutdown() {
    if (shared) {
      return;
    }
    try (Connection connection = getConnection()) {
      execute(connection, "SHUTDOWN");
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  private static boolean hasTables(Connection connection) throws SQLException {
    String query =
        "SELECT COUNT(*) FROM information_schema.tables"
            + " WHERE LOWER(table_name) = 'qrtz_locks' AND table_schema = CURRENT_SCHEMA";
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return result.next() && result.getInt(1) > 0;
    }
  }

  // Quartz's own script, but for comments, commits and the removal of tables.
  private String script() throws IOException {
    String file = SCRIPTS + (shared ? "tables_postgres.sql" : "tables_h2.sql");
    try (InputStream stream = Scheduler.class.getResourceAsStream(file)) {
      StringBuilder script = new StringBuilder();
      new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !isLeftOut(line.strip().toUpperCase(Locale.ROOT)))
          .forEach(line -> script.append(line).append('\n'));
      return script.toString();
    }
  }

  private static boolean isLeftOut(String line) {
    return line.startsWith("--") || line.startsWith("DROP ") || line.startsWith("COMMIT");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static ReelwayException unavailable(Exception cause) {
    return new ReelwayException(
        FailureKind.STORAGE_UNAVAILABLE,
        "The database of the schedule cannot be used: " + cause.getMessage(),
        cause);
  }
}
