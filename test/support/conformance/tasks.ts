import * as lark from '@larksuiteoapi/node-sdk';
import type { SimulatorOptions } from '../../../simulator';
import { type Fixture, first, sdkClient, startFixture } from './harness';

/** The app and a person who uses it, through the official SDK. */
export interface TaskFixture extends Fixture {
	sdk: lark.Client;
	/** The person, and what makes a call one of theirs. */
	person: string;
	asPerson: ReturnType<typeof lark.withUserAccessToken>;
	headers: { authorization: string };
}

export async function startTasks(options: SimulatorOptions = {}): Promise<TaskFixture> {
	const fixture = await startFixture(options);
	const person = first(fixture.members);
	const { token } = await fixture.http.admin<{ token: string }>('POST', '/tokens', { open_id: person });
	return {
		...fixture,
		sdk: sdkClient(fixture.simulator),
		person,
		asPerson: lark.withUserAccessToken(token),
		headers: { authorization: `Bearer ${token}` },
	};
}

/** The platform's code in the error that the SDK throws; 0 where it throws none. */
export async function codeOf(call: Promise<unknown>): Promise<number | undefined> {
	try {
		return ((await call) as { code?: number }).code;
	} catch (error) {
		return (error as { response?: { data?: { code?: number } } }).response?.data?.code;
	}
}
