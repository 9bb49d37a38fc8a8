import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/**
 * An error as every part of the hub answers it: `{"error": code, "message": sentence}`.
 *
 * @param code stable, for programs
 * @param message for people: what is wrong and what to do
 */
export function problem(
  c: Context,
  status: ContentfulStatusCode,
  code: string,
  message: string,
): Response {
  return c.json({ error: code, message }, status, {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
}
