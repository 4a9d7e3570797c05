/** Comments of documents, versions, and what is told of changes. */
import type { INodeParameters } from 'n8n-workflow';

import { makeDocument } from '../../../simulator/drive/make';
import { byId, only, usePlatform } from '../../support/engine';
import { uploadedTwice } from '../../support/engine/cases/fileVersion';
import { bot } from '../../support/engine/ownBase';
import { person } from '../../support/engine/ownChat';

const platform = usePlatform();

async function run(resource: string, operation: string, more: INodeParameters) {
	const made = await platform.run({ parameters: { resource, operation, ...more } });
	if (made.error) throw made.error;
	return made.items.map(({ json }) => json);
}

function own() {
	const { token } = makeDocument(platform.store, 'docx', { title: 'Plan', owner: bot(platform) });
	return { token, where: { document: byId(token), documentKind: 'docx' } };
}

test('a comment is written with a mention, answered, changed, settled, and read as words', async () => {
	const { where } = own();
	const mention = person(platform.user.open_id);
	const { comment_id } = only(await run('fileComment', 'create', { ...where, commentText: 'Really?', mention }));
	const about = { ...where, commentId: String(comment_id) };
	const { reply_id } = only(await run('fileComment', 'reply', { ...about, commentText: 'Yes' }));
	await run('fileComment', 'updateReply', { ...about, replyId: String(reply_id), commentText: 'No' });
	await run('fileComment', 'react', { ...about, replyId: String(reply_id), reactionType: 'OK' });
	await run('fileComment', 'resolve', about);
	const solved = { returnAll: true, options: { commentState: 'resolved', withReactions: true } };
	const comment = only(await run('fileComment', 'getAll', { ...where, ...solved }));
	expect(comment).toMatchObject({
		...{ comment_id, text: `@${platform.user.open_id} Really?`, is_solved: true, is_whole: true },
		replies: [{ reply_id, text: 'No', reactions: [{ reaction_key: 'OK', count: 1 }] }],
	});
	expect(comment).not.toHaveProperty('reply_list');
	expect(await run('fileComment', 'getAll', { ...where, options: { commentState: 'open' } })).toEqual([]);
	await run('fileComment', 'resolve', { ...about, resolveComment: 'reopen' });
	expect(only(await run('fileComment', 'get', about))).toMatchObject({ is_solved: false });
	await run('fileComment', 'deleteReply', { ...about, replyId: String(reply_id) });
	expect(only(await run('fileComment', 'get', { ...about, simple: false }))).toHaveProperty('reply_list');
	expect(only(await run('fileComment', 'get', about)).replies).toEqual([]);
});

test('a comment is about a block of a document', async () => {
	const { token, where } = own();
	const block = only([...(platform.store.docs.all.get(token)?.tree.all() ?? [])].slice(0, 1)).block_id;
	const made = { ...where, commentText: 'Here', mention: person(platform.user.open_id), options: { atBlock: block } };
	const { comment_id } = only(await run('fileComment', 'create', made));
	const parts = only(await run('fileComment', 'getAll', { ...where, options: { commentAbout: 'part' } }));
	expect(parts).toMatchObject({ comment_id, is_whole: false, text: `@${platform.user.open_id} Here` });
	expect(await run('fileComment', 'getAll', { ...where, options: { commentAbout: 'whole' } })).toEqual([]);
});

test('a document is kept under a name', async () => {
	const { where } = own();
	const made = only(await run('fileVersion', 'create', { ...where, versionName: 'Before' }));
	expect(only(await run('fileVersion', 'getAll', { ...where, returnAll: true }))).toMatchObject({
		...{ version: made.version, name: 'Before' },
	});
	await run('fileVersion', 'delete', { ...where, versionId: String(made.version) });
	expect(await run('fileVersion', 'getAll', where)).toEqual([]);
});

test('what was uploaded before is listed, comes back, and goes', async () => {
	const { versionId, ...where } = uploadedTwice(platform);
	const listed = await run('fileVersion', 'getAll', { ...where, returnAll: true });
	expect(listed.map(({ version }) => version)).toEqual(['7002', '7001']);
	await run('fileVersion', 'restore', { ...where, versionId });
	const file = platform.store.bases.files.get(where.document.value);
	expect(file?.bytes.toString()).toBe('first');
	await run('fileVersion', 'delete', { ...where, versionId });
	expect(file?.earlier?.map(({ version }) => version)).toEqual(['7002']);
});

test('events of a document, and of a folder by the one event that folders have', async () => {
	const { where } = own();
	await run('fileSubscription', 'subscribe', where);
	expect(only(await run('fileSubscription', 'get', where)).subscribed).toBe(true);
	await run('fileSubscription', 'unsubscribe', where);
	expect(only(await run('fileSubscription', 'get', where)).subscribed).toBe(false);
});
