import * as lark from '@larksuiteoapi/node-sdk';
import type { SimulatorOptions } from '../../../simulator';
import { type Fixture, first, sdkClient, startFixture } from './harness';

/** The app and a person who uses it, through the official SDK. */
export interface WikiFixture extends Fixture {
	sdk: lark.Client;
	/** The person, and what makes a call one of theirs. */
	person: string;
	asPerson: ReturnType<typeof lark.withUserAccessToken>;
	/** The same for bare requests. */
	personHeaders: { authorization: string };
}

export async function startWiki(options: SimulatorOptions = {}): Promise<WikiFixture> {
	const fixture = await startFixture(options);
	const person = first(fixture.members);
	const { token } = await fixture.http.admin<{ token: string }>('POST', '/tokens', { open_id: person });
	return {
		...fixture,
		sdk: sdkClient(fixture.simulator),
		person,
		asPerson: lark.withUserAccessToken(token),
		personHeaders: { authorization: `Bearer ${token}` },
	};
}

/** A space that the person has made, into which the group of the bot was let. */
export async function newSpace({ sdk, asPerson, chatId }: WikiFixture, name = 'Handbook'): Promise<string> {
	const made = await sdk.wiki.v2.space.create({ data: { name, description: 'All of it' } }, asPerson);
	const space_id = made.data?.space?.space_id ?? '';
	const member = { member_type: 'openchat', member_id: chatId, member_role: 'admin' };
	await sdk.wiki.v2.spaceMember.create({ path: { space_id }, data: member }, asPerson);
	return space_id;
}

export type PageType = 'docx' | 'sheet' | 'bitable' | 'mindnote' | 'slides';

/** A page that the app has made. */
export async function newPage(
	{ sdk }: WikiFixture,
	space_id: string,
	{ title, parent = '', type = 'docx' }: { title: string; parent?: string; type?: PageType },
): Promise<{ node_token: string; obj_token: string }> {
	const data = { obj_type: type as 'docx', node_type: 'origin' as const, title, parent_node_token: parent };
	const { node_token = '', obj_token = '' } =
		(await sdk.wiki.v2.spaceNode.create({ path: { space_id }, data })).data?.node ?? {};
	return { node_token, obj_token };
}
