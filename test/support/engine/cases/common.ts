/** What the rows of all resources share. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, list, type ItemSpec, type Platform } from '..';
import { person, several } from '../ownChat';

/** A value that an expression gives: the editor's own checks see literals only, and the node must see the rest. */
export const late = (value: string) => `={{ ${JSON.stringify(value)} }}`;

/** What one operation needs to succeed, and what it must refuse before any call. */
export interface OperationCase {
	parameters(platform: Platform): INodeParameters;
	items?: readonly ItemSpec[];
	/** Items that come out; 1 unless given. */
	records?(platform: Platform): number;
	/** Changes of the parameters that can't be used, each with what the error must name. */
	refused: ReadonlyArray<readonly [change: INodeParameters, field: string]>;
	/** Set for what works without the platform: nothing can be refused there. */
	local?: true;
	/** Set for what every app may do. */
	needsNoScope?: true;
}

/** Rows of one resource, by operation. */
export type Cases = Readonly<Record<string, OperationCase>>;

export const MESSAGE = [
	[{ messageId: byId(late('')) }, 'Message'],
	[{ messageId: byId(late('oc_1234')) }, 'Message'],
	[{ messageId: { __rl: true, mode: 'url', value: late('https://example.com/nothing') } }, 'Message'],
] as const;

export const CHAT = [
	[{ chat: list(late('')) }, 'Chat'],
	[{ chat: byId(late('ou_1234')) }, 'Chat'],
] as const;

export const LIMIT = [
	[{ returnAll: false, limit: 0 }, 'Limit'],
	[{ returnAll: false, limit: late('many') }, 'Limit'],
] as const;

/** The people and bots whom an operation on a group concerns. */
export const MEMBERS = [
	...CHAT,
	[{ members: {}, bots: '' }, 'Members'],
	[{ members: person('ou_1', late(' ')) }, 'Members'],
	[{ members: several('ou_1, on_1') }, 'Members'],
	[{ members: {}, bots: late('ou_1') }, 'Bots'],
] as const;
