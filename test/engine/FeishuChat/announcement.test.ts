/** Announcements of both kinds: those of new groups are documents of the newer one. */
import type { INodeParameters } from 'n8n-workflow';

import { groupOf } from '../../../simulator/state/chats';
import { list, only, usePlatform } from '../../support/engine';
import { ownChat } from '../../support/engine/ownChat';

const platform = usePlatform();

const started = (operation: string, parameters: INodeParameters) =>
	platform.run({ parameters: { resource: 'announcement', operation, ...parameters } });

async function run(operation: string, parameters: INodeParameters) {
	const result = await started(operation, parameters);
	if (result.error) throw result.error;
	return only(result.items).json;
}

const sent = () => platform.calls.flatMap(({ bodyText }) => (bodyText ? [JSON.parse(bodyText) as object] : []));
const where = () => ({ chat: list(ownChat(platform).chat_id) });

beforeEach(() => Object.assign(platform.store.settings, { announcements: 'docx', olderAnnouncement: 'told' }));

describe('of the newer kind', () => {
	test('text is added at the end, and read back as text', async () => {
		const chat = where();
		expect(await run('update', { ...chat, announcementText: 'Closed on Friday\nOpen on Monday' })).toMatchObject({
			announcement_type: 'docx',
			updated: true,
		});
		await run('update', { ...chat, announcementText: 'Thanks *all*' });
		expect(await run('get', chat)).toMatchObject({
			announcement_type: 'docx',
			text: 'Closed on Friday\nOpen on Monday\nThanks *all*',
			revision: '3',
			create_time: expect.stringMatching(/^\d{10}$/) as string,
			blocks: [{ block_type: 1 }, {}, {}, {}],
		});
	});

	test('Markdown becomes blocks', async () => {
		const chat = where();
		const announcementText =
			'# 值班\n\n**周五** [表](https://a.b/c?d=1)\n\n- one\n  - two\n- [x] done\n\n1. a\n2. b\n\n> said\n\n---';
		await run('update', { ...chat, announcementText, textFormat: 'markdown' });
		const { text, blocks } = await run('get', chat);
		expect(text).toBe('值班\n周五 表\n- one\n- two\n☑ done\n1. a\n2. b\nsaid\n---');
		expect((blocks as Array<{ block_type: number }>).map(({ block_type }) => block_type)).toEqual([
			1, 3, 2, 12, 12, 17, 13, 13, 15, 22,
		]);
		expect(blocks).toContainEqual(
			expect.objectContaining({
				text: {
					elements: [
						{ text_run: { content: '周五', text_element_style: { bold: true } } },
						{ text_run: { content: ' ', text_element_style: {} } },
						{ text_run: { content: '表', text_element_style: { link: { url: 'https%3A%2F%2Fa.b%2Fc%3Fd%3D1' } } } },
					],
					style: {},
				},
			}),
		);
	});

	test('many lines go in parts, and take the place of what was there', async () => {
		const chat = where();
		const lines = Array.from({ length: 120 }, (_, index) => `line ${index}`);
		await run('update', { ...chat, announcementText: 'old\nolder' });
		await run('update', { ...chat, change: 'replace', announcementText: lines.join('\n') });
		expect((await run('get', chat)).text).toBe(lines.join('\n'));
	});

	test('blocks go as they are', async () => {
		const chat = where();
		const block = { block_type: 19, callout: { background_color: 3 } };
		await run('update', { ...chat, change: 'blocks', blocks: JSON.stringify([block]) });
		expect((await run('get', chat)).blocks).toContainEqual(expect.objectContaining(block));
	});

	test('requests are for the older kind', async () => {
		const { error } = await started('update', { ...where(), change: 'requests', requests: '[{"requestType":"x"}]' });
		expect(error?.message).toContain("'Change' does not go with this group, whose announcement is of the newer kind");
		expect(error?.description).toContain('Add Text at the End');
	});

	test.each([['somebody who may not edit it', { edit_permission: 'only_owner' }, 'Only the owner and administrators']])(
		'tells %s so',
		async (_who, settings, message) => {
			const chat = platform.chat;
			const before = { ...groupOf(chat).settings };
			Object.assign(groupOf(chat).settings, settings);
			const { error } = await started('update', { chat: list(chat.chat_id), announcementText: 'x' });
			groupOf(chat).settings = before;
			expect(error?.message).toContain(message);
		},
	);

	test('tells an app that is not in the group so', async () => {
		const { error } = await started('get', { chat: list(platform.strangeChat.chat_id) });
		expect(error?.message).toBe('The app is not in this chat');
	});
});

describe.each(['told', 'refused'] as const)('of the older kind, which is %s', (olderAnnouncement) => {
	beforeEach(() => Object.assign(platform.store.settings, { announcements: 'doc', olderAnnouncement }));

	test('text is added at the end, and read back as text', async () => {
		const chat = where();
		await run('update', { ...chat, announcementText: 'Closed on Friday\nOpen on Monday' });
		await run('update', { ...chat, announcementText: '**Thanks**', textFormat: 'markdown' });
		expect(await run('get', chat)).toMatchObject({
			announcement_type: 'doc',
			text: 'Closed on Friday\nOpen on Monday\nThanks',
			revision: '2',
		});
	});

	test('requests go as JSON in strings, on the revision that was named', async () => {
		const chat = ownChat(platform);
		platform.reset();
		const request = {
			requestType: 'UpdateTitleRequestType',
			updateTitleRequest: {
				payload: JSON.stringify({ elements: [{ type: 'textRun', textRun: { text: 'News', style: {} } }] }),
			},
		};
		await run('update', {
			chat: list(chat.chat_id),
			change: 'requests',
			requests: JSON.stringify([request]),
			options: { revision: '0' },
		});
		expect(sent()).toEqual([{ revision: '0', requests: [JSON.stringify(request)] }]);
		expect(groupOf(chat).announcement?.title).toBe('News');
	});

	test('nothing is replaced', async () => {
		const { error } = await started('update', { ...where(), change: 'replace', announcementText: 'x' });
		expect(error?.message).toContain('whose announcement is of the older kind');
	});
});
