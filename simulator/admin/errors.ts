/** An answer of the admin API other than 200. */
export const adminError = (statusCode: number, message: string) => Object.assign(new Error(message), { statusCode });
