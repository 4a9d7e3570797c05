import type { Clock } from './clock';

export interface SocketEvents {
	opened(): void;
	received(bytes: Uint8Array): void;
	/** Once, whether it was open or never opened. Not after `close`. */
	lost(): void;
}

/** One WebSocket connection. Nothing is heard of it after `close`. */
export interface Socket {
	/** Does nothing when the connection is not open. */
	send(bytes: Uint8Array): void;
	/** Resolves when it is closed, or after a moment when the other side does not answer any more. */
	close(): Promise<void>;
}

export type OpenSocket = (url: string, events: SocketEvents, clock: Clock) => Socket;

/** How long the other side may take to agree to the end; a frozen one never does. */
const GOODBYE_MS = 1_000;
/** `WebSocket.OPEN`. */
const OPEN = 1;
/** "Normal closure". */
const NORMAL = 1000;

/**
 * The runtime's own WebSocket (Node.js 22 and newer).
 * @throws SyntaxError when the address is none of a WebSocket
 */
export const openSocket: OpenSocket = (url, events, clock) => {
	const socket = new WebSocket(url);
	const closed = new Promise<void>((resolve) => {
		socket.addEventListener('close', () => resolve(), { once: true });
	});
	let heard = true;
	const lost = () => {
		if (!heard) return;
		heard = false;
		events.lost();
	};
	// As `blob` (the default), messages could be read in another order than they came.
	socket.binaryType = 'arraybuffer';
	socket.addEventListener('open', () => heard && events.opened());
	socket.addEventListener('error', lost);
	socket.addEventListener('close', lost);
	socket.addEventListener('message', ({ data }: { data: unknown }) => {
		if (heard && isBytes(data)) events.received(new Uint8Array(data));
	});
	return {
		send(bytes) {
			if (socket.readyState === OPEN) socket.send(bytes);
		},
		async close() {
			heard = false;
			socket.close(NORMAL);
			let callOff: () => void = () => undefined;
			const patience = new Promise<void>((resolve) => (callOff = clock.after(GOODBYE_MS, resolve)));
			await Promise.race([closed, patience]);
			callOff();
		},
	};
};

/** By its name, which holds for the array buffers of other realms as well. */
function isBytes(data: unknown): data is ArrayBuffer {
	return Object.prototype.toString.call(data) === '[object ArrayBuffer]';
}
