import { makeDocument } from '../drive/make';
import { timesOf } from '../drive/times';
import { newId } from '../platform/ids';
import type { App } from '../state/apps';
import type { Store } from '../state/store';
import { putPage } from '../wiki/nodes';
import { addSpace, memberAs } from '../wiki/spaces';
import { byLogin } from './contact';

interface Page {
	title: string;
	type: 'docx' | 'sheet';
	node_token?: string;
	below?: readonly Page[];
}

/** The token of a page below which examples make theirs. */
const EXAMPLE_PAGE = 'HandbookPageOfTheExamples01';

const SPACES: ReadonlyArray<{ name: string; description: string; pages: readonly Page[] }> = [
	{
		name: 'Team handbook',
		description: 'How we work',
		pages: [
			{
				title: 'Welcome',
				type: 'docx',
				below: [
					{ title: 'First week', type: 'docx' },
					{ title: 'Holidays', type: 'sheet' },
				],
			},
			{ title: 'On-call 值班', type: 'docx' },
			{ title: '报告 Reports of the examples', type: 'docx', node_token: EXAMPLE_PAGE },
		],
	},
	{
		name: '产品手册',
		description: '产品的说明和计划',
		pages: [{ title: '路线图 Roadmap', type: 'docx', below: [{ title: '发布说明', type: 'docx' }] }],
	},
];

const FILES = [
	{ name: '报价单.csv', type: 'text/csv', text: '项目,金额\n支架,120\n' },
	{ name: 'Notes.txt', type: 'text/plain', text: 'What we said on Monday.\n' },
];

/** Two spaces of wikis and a folder of a person, into which the bot was let by its group. */
export function seedDrive(store: Store, app: App): void {
	const owner = byLogin(store, 'zhangsan').open_id;
	const group = [...store.im.chats.values()].find(({ bots }) => bots.includes(app.app_id))?.chat_id ?? '';
	const member = { member_type: 'openchat', member_id: group } as const;
	for (const { name, description, pages } of SPACES) {
		const space = addSpace(store, { name, description, admin: owner });
		space.members.push(memberAs('member', member));
		const put = (parent: string, all: readonly Page[]) => {
			for (const { title, type, node_token, below = [] } of all) {
				const item = makeDocument(store, type, { title, owner, in_wiki: true });
				put(
					putPage(store, space, item, { parent, creator: owner, ...(node_token && { node_token }) }).node_token,
					below,
				);
			}
		};
		put('', pages);
	}
	const folder = { token: newId.folder(), name: '项目资料 Project files', owner, parent: '' };
	store.bases.folders.set(folder.token, { ...folder, members: [{ ...member, perm: 'edit' }] });
	for (const { name, type, text } of FILES) {
		const token = newId.media();
		const file = { token, name, content_type: type, bytes: Buffer.from(text), owner, parent: folder.token };
		store.bases.files.set(token, file);
		timesOf(store, token);
	}
}
