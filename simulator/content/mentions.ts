import type { Mention } from '../state/messages';
import type { Viewer } from '../state/directory';
import type { Store } from '../state/store';
import type { User } from '../state/contact';

/** Collects the people named in a message and gives each its `@_user_N`, in order of appearance. */
export class Mentions {
	readonly list: Mention[] = [];

	/**
	 * `app` names people by the ids that it knows. `among`: only these are mentioned, by the open_ids of the store; all
	 * others are shown by the name that was given, where an app would be refused.
	 */
	constructor(
		private readonly store: Store,
		private readonly app: Viewer,
		readonly among?: readonly string[],
	) {}

	/** The key to show for an id (open_id, union_id or user_id of a person, open_id of a bot, or `all`); undefined when unknown. */
	add(id: string): string | undefined {
		if (id === 'all') return '@_all';
		const person = this.findPerson(id);
		const bot = person ? undefined : this.store.directory.bot(this.app, id);
		const openId = person?.open_id ?? bot?.bot_open_id;
		if (openId === undefined || (this.among && person && !this.among.includes(openId))) return undefined;
		const known = this.list.find((mention) => mention.open_id === openId);
		if (known) return known.key;
		const key = `@_user_${this.list.length + 1}`;
		this.list.push({ key, open_id: openId, name: person?.name ?? bot?.name ?? '', is_bot: bot !== undefined });
		return key;
	}

	/** The same with the name, as those who read the message are told. */
	named(id: string): { key: string; name: string } | undefined {
		const key = this.add(id);
		if (key === undefined) return undefined;
		return { key, name: key === '@_all' ? 'Everyone' : (this.list.find((one) => one.key === key)?.name ?? '') };
	}

	private findPerson(id: string): User | undefined {
		return (
			this.store.directory.find(this.app, 'open_id', id) ??
			this.store.contact.find('union_id', id) ??
			this.store.contact.find('user_id', id)
		);
	}
}
