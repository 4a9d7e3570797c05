import { EventEmitter } from 'node:events';
import { Clock } from '../platform/clock';
import { Apps } from './apps';
import { Cards } from './cards';
import { Contact } from './contact';
import { Directory } from './directory';
import { Im } from './im';
import type { Sender } from './sender';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { Subscriptions } from './subscriptions';

/** The whole state of the simulator, in memory, in the platform's own names: one part a product. */
export class Store extends EventEmitter<{ changed: [] }> {
	readonly clock = new Clock();
	readonly tenantKey = '736588c9260f175d';
	readonly companyName = 'Demo Company';
	/** Answers to open questions. */
	readonly settings: Settings = { ...DEFAULT_SETTINGS };
	readonly apps = new Apps();
	readonly contact = new Contact();
	readonly cards = new Cards();
	readonly im = new Im(this);
	readonly directory = new Directory(this.apps, this.contact);
	readonly subscriptions = new Subscriptions();
	private lastTime = 0;

	changed(): void {
		this.emit('changed');
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
