/** People who sign in at an identity provider (OpenID Connect) instead of with a key. */
package dev.reelway.ingest.accept.oidc;
