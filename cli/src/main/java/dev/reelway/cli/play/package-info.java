/**
 * {@code reelway play}: a title folder over HTTP with a page that plays it in three players.
 *
 * <pre>
 *  request ─ CorsFilter ─┬─ /-/player/…   PlayerPage    page, players, title.json
 *                        └─ /…            FolderHandler TitleFolder → FileReply (ByteRange, Throttle)
 * </pre>
 *
 * It is made for looking at titles and for tests; a CDN or a web server does this in production.
 */
package dev.reelway.cli.play;
