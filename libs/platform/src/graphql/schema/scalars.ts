import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isCountryCode, isCurrencyCode, isDecimal, isLocalDate, isUnitCode } from '#libs/kernel';

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/i;

interface TextScalar {
  name: string;
  description: string;
  specifiedByURL?: string;
  /** Whether the text is a value of this scalar. */
  accepts(text: string): boolean;
}

function textScalar({ name, description, specifiedByURL, accepts }: TextScalar): GraphQLScalarType<string, string> {
  const check = (value: unknown): string => {
    if (typeof value === 'string' && accepts(value)) return value;
    throw new GraphQLError(`${name} expects a string of its own form`);
  };
  return new GraphQLScalarType({
    name,
    description,
    specifiedByURL,
    serialize: (value) => String(value),
    parseValue: check,
    parseLiteral: (node: ValueNode) => check(node.kind === Kind.STRING ? node.value : undefined),
  });
}

/** Exact decimal number as a string, at most 13 digits before and 10 after the point; `1.10` stays `1.10`. Never a Float. */
export const DecimalScalar = textScalar({
  name: 'Decimal',
  description: 'Exact decimal number as a string, such as "1.10": at most 13 digits before and 10 after the point, no exponent.',
  accepts: (text) => isDecimal(text),
});

/** Day of a calendar without time or zone, such as 2026-11-21. */
export const LocalDateScalar = textScalar({
  name: 'LocalDate',
  description: 'A calendar day without time or zone, ISO 8601, such as "2026-11-21".',
  accepts: isLocalDate,
});

/** ISO 4217 code. */
export const CurrencyCodeScalar = textScalar({
  name: 'CurrencyCode',
  description: 'Currency, ISO 4217 alphabetic code, such as "EUR".',
  accepts: isCurrencyCode,
});

/** ISO 3166-1 alpha-2 code. */
export const CountryCodeScalar = textScalar({
  name: 'CountryCode',
  description: 'Country, ISO 3166-1 alpha-2 code, such as "DE".',
  accepts: isCountryCode,
});

/** UN/ECE Recommendation 20 code. */
export const UnitCodeScalar = textScalar({
  name: 'UnitCode',
  description: 'Unit of measure, UN/ECE Recommendation 20 code, such as "EA" or "KGM".',
  accepts: isUnitCode,
});

/** An instant; Date inside, RFC 3339 in UTC outside. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant, RFC 3339, given in UTC, such as "2026-11-21T08:30:00.000Z".',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: readInstant,
  parseLiteral: (node: ValueNode) => readInstant(node.kind === Kind.STRING ? node.value : undefined),
});

function readInstant(value: unknown): Date {
  const instant = typeof value === 'string' && rfc3339.test(value) ? new Date(value) : undefined;
  if (!instant || Number.isNaN(instant.getTime())) throw new GraphQLError('DateTime expects an RFC 3339 string');
  return instant;
}
