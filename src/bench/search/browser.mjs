// Chromium, told what to do through its own pipe. The libraries for this listen to every request of a page, which makes
// each one slower and takes a processor that the search then has not: with Playwright the same queries took 109 ms, not 76.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const ARGUMENTS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--remote-debugging-pipe'];

/** Starts a browser with one page. */
export async function launch(program) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'search-'));
  const child = spawn(program, [...ARGUMENTS, '--user-data-dir=' + profile, 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const [, , , to, from] = child.stdio;
  const asked = new Map();
  let number = 0, loaded = () => {}, rest = '';
  from.setEncoding('utf8').on('data', data => {
    const messages = (rest + data).split('\0');
    rest = messages.pop();
    for (const message of messages.map(text => JSON.parse(text))) {
      if (message.method === 'Page.loadEventFired') loaded();
      asked.get(message.id)?.(message);
    }
  });
  function send(method, params = {}, sessionId) {
    const id = ++number;
    to.write(JSON.stringify({ id, method, params, sessionId }) + '\0');
    return new Promise((done, fail) => asked.set(id, ({ result, error }) => {
      asked.delete(id);
      if (error) fail(new Error(`${method}: ${error.message}`));
      else done(result);
    }));
  }
  const { targetInfos } = await send('Target.getTargets');
  const { targetId } = targetInfos.find(target => target.type === 'page');
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  await send('Page.enable', {}, sessionId);
  return {
    version: (await send('Browser.getVersion')).product.replace(/^.*\//, ''),
    /** Opens an address and waits until it is loaded; nothing is left of what was opened before, also not in the cache. */
    async open(url) {
      await send('Network.clearBrowserCache', {}, sessionId);
      const load = new Promise(done => { loaded = done; });
      await send('Page.navigate', { url }, sessionId);
      await load;
    },
    /** What a function returns that is run in the page. */
    async run(work, ...values) {
      const expression = `(${work})(...${JSON.stringify(values)})`;
      const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    async close() {
      const exit = once(child, 'exit');
      await send('Browser.close');
      await exit;
      fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
