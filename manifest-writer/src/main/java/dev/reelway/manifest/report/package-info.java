/**
 * What a person may know of a version: {@code report.json} and a page of the same. Nothing reads it
 * back to decide anything, and it is written after the version is public.
 *
 * <pre>
 *  ReportInput → ReportMaker → VersionReport → ReportPage
 * </pre>
 */
package dev.reelway.manifest.report;
