import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as lark from '@larksuiteoapi/node-sdk';
import { SilentLogger } from './harness';

type Json = Record<string, unknown>;

/** An app's server: the SDK's own dispatcher behind its own HTTP adaptor. */
export interface Receiver {
	url: string;
	/** What came, in order. */
	received: Json[];
	close(): Promise<void>;
}

export interface ReceiverOptions {
	encryptKey?: string;
	verificationToken?: string;
	/** Event types that the dispatcher knows. */
	types?: readonly string[];
	/** What a click is answered with. */
	answer?: (data: Json) => unknown;
}

export async function startReceiver({ types = [], answer, ...secrets }: ReceiverOptions = {}): Promise<Receiver> {
	const received: Json[] = [];
	const take = (data: Json) => void received.push(data);
	const click = (data: Json) => {
		received.push(data);
		return answer?.(data);
	};
	const dispatcher = new lark.EventDispatcher({ ...secrets, logger: SilentLogger }).register({
		...Object.fromEntries(types.map((type) => [type, take])),
		'card.action.trigger': click,
	});
	const adapt = lark.adaptDefault('/event', dispatcher, { autoChallenge: true });
	const server: Server = createServer((request, response) => void adapt(request, response));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/event`,
		received,
		close: () => new Promise((resolve) => server.close(() => resolve())),
	};
}
