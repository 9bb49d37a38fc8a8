/**
 * Brings what the extension keeps back to the shape in which its first version left it. Runs in a page of the extension,
 * so it may use nothing from around it.
 */
export async function leaveAsFirstVersion(): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open("tinhtao"));
  const store = database.transaction("state", "readwrite").objectStore("state");
  const { feed, artifacts, packageSeen, sync, base, policy } = await done(store.get("state"));
  await done(store.put({ version: 1, feed, artifacts, packageSeen, sync, base, policy }, "state"));
  database.close();
}
