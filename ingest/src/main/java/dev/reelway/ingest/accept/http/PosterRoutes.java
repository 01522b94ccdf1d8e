package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.ingest.accept.Posters;
import dev.reelway.ingest.accept.Role;
import io.javalin.http.HandlerType;

/** The picture that stands for a title, where people want another than the rule found. */
final class PosterRoutes {

  private final TitleFinder titles;
  private final Posters posters;

  PosterRoutes(TitleWork work) {
    this.titles = new TitleFinder(work);
    this.posters = new Posters(work.store());
  }

  void addTo(RouteList routes) {
    routes.write(HandlerType.PUT, "/titles/{id}/poster", "putPoster", Role.EDITOR, this::put);
    routes.write(
        HandlerType.DELETE, "/titles/{id}/poster", "deletePoster", Role.EDITOR, this::delete);
  }

  private void put(Call call) {
    TitleStatus title = titles.find(call);
    posters.choose(title, Bodies.read(call.context().req(), Posters.MOST_BYTES));
    call.done();
  }

  private void delete(Call call) {
    posters.forget(titles.find(call));
    call.done();
  }
}
