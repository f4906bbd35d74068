import { weigh } from './random'

export type Country = {
  code: string
  name: string
  /** The number's first digits, without “+”. */
  prefix: string
  /** How many digits follow the prefix. */
  digits: number
  locale: string
  smsPrice: string
  voicePrice: string
  /** The share of messages that arrive. */
  delivery: number
  networks: readonly (readonly [code: string, name: string])[]
}

function country(
  code: string,
  name: string,
  prefix: string,
  digits: number,
  locale: string,
  smsPrice: string,
  voicePrice: string,
  delivery: number,
  ...networks: (readonly [string, string])[]
): Country {
  return { code, name, prefix, digits, locale, smsPrice, voicePrice, delivery, networks }
}

/** Countries by weight. Number ranges are those kept for fiction where a country has one. */
export const countries = weigh<Country>([
  // biome-ignore format: one country, one line
  [country('GB', 'United Kingdom', '447700900', 3, 'en-gb', '0.0333', '0.0150', 0.97, ['23410', 'O2 (UK)'], ['23415', 'Vodafone Limited'], ['23420', 'Hutchison 3G UK'], ['23430', 'EE']), 30],
  // biome-ignore format: one country, one line
  [country('US', 'United States', '1202555', 4, 'en-us', '0.00735', '0.0139', 0.95, ['310090', 'AT&T Mobility'], ['310260', 'T-Mobile USA'], ['US-FIXED', 'United States Landline']), 24],
  // biome-ignore format: one country, one line
  [country('DE', 'Germany', '49151500', 5, 'de-de', '0.0858', '0.0180', 0.96, ['26201', 'Telekom Deutschland'], ['26202', 'Vodafone D2'], ['26203', 'Telefónica Germany']), 12],
  // biome-ignore format: one country, one line
  [country('FR', 'France', '33639980', 3, 'fr-fr', '0.0610', '0.0100', 0.96, ['20801', 'Orange'], ['20810', 'SFR'], ['20820', 'Bouygues Telecom']), 9],
  // biome-ignore format: one country, one line
  [country('ES', 'Spain', '34600000', 3, 'es-es', '0.0740', '0.0120', 0.95, ['21401', 'Vodafone España'], ['21407', 'Movistar']), 7],
  // biome-ignore format: one country, one line
  [country('IT', 'Italy', '39320000', 4, 'it-it', '0.0682', '0.0130', 0.94, ['22201', 'TIM'], ['22210', 'Vodafone Italia']), 5],
  // biome-ignore format: one country, one line
  [country('NL', 'Netherlands', '31612345', 3, 'nl-nl', '0.0820', '0.0145', 0.97, ['20404', 'Vodafone Libertel'], ['20408', 'KPN']), 4],
  // biome-ignore format: one country, one line
  [country('IN', 'India', '9190000', 5, 'en-in', '0.0520', '0.0260', 0.82, ['40445', 'Bharti Airtel'], ['405840', 'Reliance Jio']), 4],
  // biome-ignore format: one country, one line
  [country('BR', 'Brazil', '551191234', 4, 'pt-br', '0.0420', '0.0320', 0.88, ['72405', 'Claro'], ['72406', 'Vivo']), 3],
  // biome-ignore format: one country, one line
  [country('JP', 'Japan', '8190000', 5, 'ja-jp', '0.0745', '0.0410', 0.93, ['44010', 'NTT Docomo'], ['44020', 'SoftBank']), 2],
])
