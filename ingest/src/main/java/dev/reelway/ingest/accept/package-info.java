/**
 * How wishes come in: what a submission may say, who may say it, and how it becomes a title.
 *
 * <pre>
 *  SubmitForm → Acceptance → request document in storage → TitleMessage.Submit
 * </pre>
 */
package dev.reelway.ingest.accept;
