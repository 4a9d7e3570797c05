import { once } from 'node:events';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

const ENVIRONMENT = 'FEISHU_HOST_UNDER_TEST';

/** The n8n that all files of a run share: jest's set-up has started it, and hands its addresses on by the environment. */
interface SharedN8n {
	editor: string;
	/** Where the set-up takes orders; absent where n8n can't be restarted. */
	control?: string;
}

export const publishN8n = (n8n: SharedN8n): void => {
	process.env[ENVIRONMENT] = JSON.stringify(n8n);
};

export function sharedN8n(): SharedN8n {
	const found = process.env[ENVIRONMENT];
	if (!found) throw new Error('The host is not up. Run these tests through jest, whose "host" project starts it.');
	return JSON.parse(found) as SharedN8n;
}

/** The set-up's side of `restartN8n`. */
export async function serveRestarts(restart: () => Promise<void>): Promise<{ url: string; close(): void }> {
	const server = createServer((_request, response) => {
		restart().then(
			() => response.end(),
			(error: unknown) => response.writeHead(500).end(String(error)),
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close() {
			server.close();
			server.closeAllConnections();
		},
	};
}

/** Stops n8n as a person does, and starts it again at the same address. */
export async function restartN8n(): Promise<void> {
	const { control } = sharedN8n();
	if (!control) throw new Error('This n8n is not to be restarted');
	// Not `fetch`, which waits five minutes at most: a busy machine may take longer.
	const [response] = (await once(request(control, { method: 'POST' }).end(), 'response')) as [IncomingMessage];
	const problem = await text(response);
	if (response.statusCode !== 200) throw new Error(`n8n was not restarted: ${problem}`);
}
