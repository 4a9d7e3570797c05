import { EventEmitter } from 'node:events';
import { Clock } from '../platform/clock';
import { Accounts } from './accounts';
import { Aily } from './aily';
import { type App, Apps, type Install, installIn } from './apps';
import { Approvals } from './approvals';
import { Bases } from './bases';
import { Boards } from './boards';
import { Calendars } from './calendars';
import { Cards } from './cards';
import { Comments } from './comments';
import { Contact } from './contact';
import { Directory } from './directory';
import { Docs } from './docs';
import { Drive } from './drive';
import { Im } from './im';
import type { Sender } from './sender';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { Sheets } from './sheets';
import { Subscriptions } from './subscriptions';
import { Tasks } from './tasks';
import { Wiki } from './wiki';

export interface Company {
	tenantKey: string;
	companyName: string;
}

const FIRST: Company = { tenantKey: '736588c9260f175d', companyName: 'Demo Company' };

/**
 * The whole state of the simulator, in memory, in the platform's own names: one part a product. It is that of the first
 * company; each further one has a store of its own, with which it shares the time, the settings, the apps and the logins.
 */
export class Store extends EventEmitter<{ changed: [] }> {
	readonly tenantKey: string;
	readonly companyName: string;
	readonly clock: Clock;
	/** Answers to open questions. */
	readonly settings: Settings;
	readonly apps: Apps;
	readonly accounts: Accounts;
	/** The stores of all companies by tenant_key, the first one first. */
	readonly companies: Map<string, Store>;
	readonly contact = new Contact();
	readonly cards = new Cards();
	readonly im = new Im(this);
	readonly bases = new Bases();
	readonly sheets = new Sheets();
	readonly drive = new Drive();
	readonly wiki = new Wiki();
	readonly docs = new Docs();
	readonly boards = new Boards();
	readonly comments = new Comments();
	readonly calendars = new Calendars();
	readonly tasks = new Tasks();
	readonly approvals = new Approvals();
	readonly aily = new Aily();
	readonly directory: Directory;
	readonly subscriptions = new Subscriptions();
	private lastTime = 0;

	constructor(
		{ tenantKey, companyName }: Company = FIRST,
		private readonly first?: Store,
	) {
		super();
		this.tenantKey = tenantKey;
		this.companyName = companyName;
		this.clock = first?.clock ?? new Clock();
		this.settings = first?.settings ?? { ...DEFAULT_SETTINGS };
		this.apps = first?.apps ?? new Apps();
		this.accounts = first?.accounts ?? new Accounts();
		this.companies = first?.companies ?? new Map<string, Store>();
		this.companies.set(tenantKey, this);
		this.directory = new Directory(this.apps, this.contact);
	}

	changed(): void {
		this.emit('changed');
		this.first?.changed();
	}

	/** How an app stands in this company; undefined where it was never installed. */
	installOf(app: App): Install | undefined {
		const [first = ''] = this.companies.keys();
		return installIn(app, this.tenantKey, first);
	}

	/** The store of the company that somebody works in. */
	homeOf(openId: string): Store | undefined {
		return [...this.companies.values()].find(({ contact }) => contact.users.has(openId));
	}

	/** The time in milliseconds, never the same twice. */
	tick(): number {
		this.lastTime = Math.max(this.clock.now(), this.lastTime + 1);
		return this.lastTime;
	}

	// What callers from outside the simulator name without the product.
	get users() {
		return this.contact.users;
	}

	get departments() {
		return this.contact.departments;
	}

	get userGroups() {
		return this.contact.groups;
	}

	get chats() {
		return this.im.chats;
	}

	get messages() {
		return this.im.messages;
	}

	get images() {
		return this.im.images;
	}

	get files() {
		return this.im.files;
	}

	get templates() {
		return this.cards.templates;
	}

	get cardTokens() {
		return this.cards.tokens;
	}

	get tokens() {
		return this.apps.tokens;
	}

	nameOf(sender: Sender): string {
		const { id } = sender;
		if (sender.sender_type === 'user') return this.contact.users.get(id)?.name ?? id;
		return this.apps.get(id)?.name ?? this.im.customBotBySender(sender)?.name ?? id;
	}
}
