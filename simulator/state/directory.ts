import { createHash } from 'node:crypto';
import type { UserIdType } from '../platform/ids';
import type { App, Apps } from './apps';
import type { Contact, User } from './contact';

/** An app that names people, or is told of them. */
export type Viewer = Pick<App, 'app_id'>;

/**
 * People and bots by the ids under which an app knows them. An open_id is another one in each app, union_id and user_id
 * are the same in all of them. The store itself keeps the open_id that the first app has for a person, and for a bot the
 * one that it has for itself.
 * Source: https://open.feishu.cn/document/platform-overveiw/basic-concepts/user-identity-introduction/introduction
 */
export class Directory {
	/** What each app calls everybody: its ids, and those of the store. */
	private readonly known = new Map<string, { size: number; ids: Map<string, string> }>();

	constructor(
		private readonly apps: Apps,
		private readonly contact: Contact,
	) {}

	/** The open_id that the app has for a person or a bot of the store. */
	openIdFor({ app_id: appId }: Viewer, openId: string): string {
		const bot = this.apps.byBot(openId);
		const isOwn = appId === (bot ? bot.app_id : this.apps.firstId);
		return isOwn ? openId : `ou_${createHash('md5').update(`${appId} ${openId}`).digest('hex')}`;
	}

	/** A person's id in the wanted type, as the app knows it; of a bot its open_id. */
	idFor(app: Viewer, openId: string, idType: UserIdType = 'open_id'): string {
		const user = this.contact.users.get(openId);
		if (idType === 'open_id' || !user) return this.openIdFor(app, openId);
		return user[idType];
	}

	/** The open_id in the store of whom the app calls so. A custom bot is no app: it may take the ids of any. */
	openIdOf(app: Viewer, openId: string): string | undefined {
		if (this.apps.has(app.app_id)) return this.idsOf(app).get(openId);
		for (const other of this.apps.values()) {
			const found = this.idsOf(other).get(openId);
			if (found !== undefined) return found;
		}
		return undefined;
	}

	/** Whether the open_id is one of another app. */
	isForeign(app: Viewer, openId: string): boolean {
		const others = [...this.apps.values()].filter(({ app_id: id }) => id !== app.app_id);
		return (
			this.openIdOf(app, openId) === undefined && others.some((other) => this.openIdOf(other, openId) !== undefined)
		);
	}

	/** The person whom the app names. */
	find(app: Viewer, idType: UserIdType | 'email' | 'mobile', id: string): User | undefined {
		if (idType !== 'open_id') return this.contact.find(idType, id);
		return this.contact.users.get(this.openIdOf(app, id) ?? '');
	}

	/** The app of the bot that the app names by its open_id. */
	bot(app: Viewer, openId: string): App | undefined {
		return this.apps.byBot(this.openIdOf(app, openId) ?? '');
	}

	private idsOf(app: Viewer): Map<string, string> {
		const size = this.apps.size + this.contact.users.size;
		const kept = this.known.get(app.app_id);
		if (kept?.size === size) return kept.ids;
		const all = [...this.contact.users.keys(), ...[...this.apps.values()].map(({ bot_open_id: id }) => id)];
		const ids = new Map(all.map((openId) => [this.openIdFor(app, openId), openId]));
		this.known.set(app.app_id, { size, ids });
		return ids;
	}
}
