import type * as lark from '@larksuiteoapi/node-sdk';
import { type Fixture, sdkClient, startFixture } from './harness';
import type { SimulatorOptions } from '../../../simulator';

type Fields = Record<string, unknown>;
export type FieldSpec = { field_name: string; type: number; ui_type?: string; property?: object };

/** A base with one table, as the official SDK made it for the simulator's app. */
export interface BaseFixture extends Fixture {
	sdk: lark.Client;
	app_token: string;
	/** Of the table. */
	path: { app_token: string; table_id: string };
	/** The address of the table for bare requests. */
	url: string;
}

export async function startBase(fields: readonly FieldSpec[], options: SimulatorOptions = {}): Promise<BaseFixture> {
	const fixture = await startFixture(options);
	const sdk = sdkClient(fixture.simulator);
	const made = await sdk.bitable.v1.app.create({ data: { name: 'Orders' } });
	const app_token = made.data?.app?.app_token ?? '';
	const path = { app_token, table_id: await newTable(sdk, app_token, 'Sold', fields) };
	const url = `/open-apis/bitable/v1/apps/${app_token}/tables/${path.table_id}`;
	return { ...fixture, sdk, app_token, path, url };
}

export async function newTable(
	sdk: lark.Client,
	app_token: string,
	name: string,
	fields: readonly FieldSpec[],
): Promise<string> {
	const table = { name, fields: [...fields] as never };
	const made = await sdk.bitable.v1.appTable.create({ path: { app_token }, data: { table } });
	return made.data?.table_id ?? '';
}

/** The id of a new record. */
export async function addRecord({ sdk, path }: BaseFixture, fields: Fields): Promise<string> {
	const made = await sdk.bitable.v1.appTableRecord.create({ path, data: { fields: fields as never } });
	return made.data?.record?.record_id ?? '';
}

/** One record as search and batch_get give it. */
export async function readRecord({ sdk, path }: BaseFixture, id: string): Promise<Fields | undefined> {
	const read = await sdk.bitable.v1.appTableRecord.batchGet({ path, data: { record_ids: [id] } });
	return read.data?.records?.[0]?.fields;
}

/** The platform's code and HTTP status in the error that the SDK throws, or in an answer with HTTP 200; [0, 200] when all is well. */
export async function refusalOf(call: Promise<unknown>): Promise<[code: number, status: number]> {
	try {
		const { code = 0 } = (await call) as { code?: number };
		return [code, 200];
	} catch (error) {
		const { response } = error as { response?: { status: number; data?: { code?: number } } };
		if (!response) throw error;
		return [response.data?.code ?? NaN, response.status];
	}
}
