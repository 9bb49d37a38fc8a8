import { readSnapshot } from "../../../core/feed/snapshot.ts";
import type { OwnPackage } from "../../platform/own-package.ts";
import type { InstalledArtifact } from "../store/state.ts";
import type { Bytes } from "../store/store.ts";

const FOLDER = "/snapshot/";

export interface PackagedArtifact {
  about: InstalledArtifact;
  /** The unzipped file. @throws Error if the package is damaged */
  read(): Promise<Bytes>;
}

/** The feed that ships inside the package, so that a browser is protected before its first download. */
export async function readPackagedFeed(needs: {
  pack: OwnPackage;
  gunzip: (bytes: Bytes, maxLength: number) => Promise<Bytes>;
  sha256: (bytes: Bytes) => Promise<string>;
}): Promise<PackagedArtifact[]> {
  const { pack, gunzip, sha256 } = needs;
  const artifacts = await readSnapshot({
    file: (path) => pack.read(FOLDER + path),
    gunzip,
    sha256,
  });
  return artifacts.map(({ read, ...about }) => ({ about: { ...about, origin: "package" }, read }));
}
