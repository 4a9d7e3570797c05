import { dirname, join } from 'node:path';
import type { SdkEndpoint } from '../types';
import { readMethods, type SdkMethod } from './sdkMethods';
import { readTypes } from './sdkTypes';

const ITERATOR = /WithIterator$/;

/** `im.v1.chat.list` before `im.chat.list`: the SDK has most methods under both names. */
const isVersioned = (name: string): boolean => /^[^.]+\.v\d+\./.test(name);

const rank = ({ name }: SdkMethod): string => `${ITERATOR.test(name) ? 1 : 0}${isVersioned(name) ? 0 : 1}${name}`;

/** The endpoints of the official SDK, one for each method and path. */
export function readSdk(): SdkEndpoint[] {
	const lib = require.resolve('@larksuiteoapi/node-sdk');
	const types = readTypes(join(dirname(lib), '../types/index.d.ts'));
	const byId = new Map<string, SdkMethod[]>();
	for (const method of readMethods(lib)) {
		const id = `${method.method} ${method.path}`;
		byId.set(id, [...(byId.get(id) ?? []), method]);
	}
	return [...byId.values()].map((methods) => {
		const sorted = [...methods].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
		const [first] = sorted;
		if (!first) throw new Error('An endpoint without a method');
		const type = types.get(first.name);
		if (!type) throw new Error(`The SDK declares no types for ${first.name}`);
		return {
			method: first.method,
			path: first.path,
			sdk: first.name,
			upload: methods.some(({ upload }) => upload),
			download: methods.some(({ download }) => download),
			iterator: methods.some(({ name }) => ITERATOR.test(name)),
			...type,
		};
	});
}
