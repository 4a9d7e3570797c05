import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { App } from '../state/apps';
import { Connection, type ConnectionInfo } from './connection';
import type { Outcome } from './frameDelivery';
import { type Refusal, REFUSALS, Refusals } from './refusals';
import {
	CONNECTION_DEFAULTS,
	type LongConnectionSettings,
	type SettingsChange,
	withChange,
} from './connectionSettings';

/** The id of a connection, the id of an app for all of its connections, or `all`. */
export type Target = string;
const ALL: Target = 'all';

/** An address that is handed out once and opens one connection. */
export interface Ticket {
	ticket: string;
	appId: string;
	deviceId: string;
	accessKey: string;
	serviceId: number;
}

const NOBODY: Outcome = { status: 0, body: '', error: 'The app has no connection', cause: 'NoConnection' };

/** The apps' long connections, and what a test does to them. */
export class LongConnections {
	settings: LongConnectionSettings;
	/** Every connection that ever was, oldest first; what is counted in them goes on counting. */
	readonly history: ConnectionInfo[] = [];
	private readonly refusals = new Refusals();
	private readonly connections = new Map<string, Connection>();
	private readonly tickets = new Map<string, Ticket>();
	private services = 33_554_678;

	constructor(
		private readonly changed: () => void,
		settings: SettingsChange = {},
	) {
		this.settings = withChange(CONNECTION_DEFAULTS, settings);
	}

	/** New settings hold for what is sent next; clients hear of theirs with the next pong. */
	configure(change: SettingsChange): LongConnectionSettings {
		this.settings = withChange(this.settings, change);
		return this.settings;
	}

	/** The connections that are up, oldest first. */
	list(target: Target = ALL): ConnectionInfo[] {
		return this.find(target).map(({ info }) => info);
	}

	isOnline(appId: string): boolean {
		return this.list(appId).length > 0;
	}

	/** What clients did against the protocol, in all connections so far. */
	get problems(): string[] {
		return this.history.flatMap(({ problems }) => problems);
	}

	/** Whether the app ever had a connection. */
	wasOnline(appId: string): boolean {
		return this.history.some((info) => info.appId === appId);
	}

	/** Each of these gives the number of connections that it met. */
	kill = (target: Target = ALL) => this.each(target, (connection) => connection.kill());
	freeze = (target: Target = ALL) => this.each(target, (connection) => connection.freeze());
	thaw = (target: Target = ALL) => this.each(target, (connection) => connection.thaw());
	close = (target: Target = ALL, code?: number) => this.each(target, (connection) => connection.close(code));
	sendRaw = (bytes: Uint8Array, target: Target = ALL) => this.each(target, (connection) => connection.sendRaw(bytes));

	/** The next attempts are refused, until `times` are used up or `clearRefusals`. */
	refuse(refusal: Refusal): void {
		this.refusals.add(refusal);
	}

	clearRefusals(): void {
		this.refusals.clear();
	}

	/** Brings an event to one of the app's connections, any of them. */
	async deliver(appId: string, payload: string): Promise<Outcome & { connection?: string }> {
		const online = this.find(appId);
		const connection = online[Math.floor(Math.random() * online.length)];
		if (!connection) return NOBODY;
		return { ...(await connection.deliver(payload)), connection: connection.info.id };
	}

	/** Why the app gets no connection now; nothing when it may have one. */
	refusal(at: Refusal['at'], appId: string): { code: number; msg: string; http?: number } | undefined {
		const asked = this.refusals.take(at, appId);
		if (asked) return asked;
		return this.list(appId).length >= this.settings.maxConnections ? REFUSALS.tooMany : undefined;
	}

	issueTicket(app: App): Ticket {
		this.services += 1;
		const ticket: Ticket = {
			ticket: randomUUID(),
			appId: app.app_id,
			deviceId: String(7_500_000_000_000_000_000n + BigInt(this.services)),
			accessKey: randomUUID().replaceAll('-', ''),
			serviceId: this.services,
		};
		this.tickets.set(ticket.ticket, ticket);
		return ticket;
	}

	/** The ticket of an address that is used for the first time and was not changed. */
	useTicket(query: URLSearchParams): Ticket | undefined {
		const found = this.tickets.get(query.get('ticket') ?? '');
		if (!found) return undefined;
		this.tickets.delete(found.ticket);
		const { deviceId, accessKey, serviceId } = found;
		const same = { device_id: deviceId, access_key: accessKey, service_id: String(serviceId) };
		return Object.entries(same).every(([name, value]) => query.get(name) === value) ? found : undefined;
	}

	accept(socket: WebSocket, ticket: Ticket): void {
		const settings = () => this.settings;
		const connection = new Connection(socket, ticket, settings, ({ info }) => {
			if (this.connections.delete(info.id)) this.changed();
		});
		this.connections.set(connection.info.id, connection);
		this.history.push(connection.info);
		this.changed();
	}

	private find(target: Target): Connection[] {
		return [...this.connections.values()].filter(
			({ info }) => target === ALL || info.id === target || info.appId === target,
		);
	}

	private each(target: Target, act: (connection: Connection) => void): number {
		const found = this.find(target);
		found.forEach(act);
		return found.length;
	}
}
