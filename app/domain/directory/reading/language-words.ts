import type { FactRow } from './fact-row'

const LANGUAGES =
  'Polish, Arabic, Farsi, Romanian, Urdu, Punjabi, Bengali, Mandarin, Cantonese, Kurdish, Spanish, French, Portuguese, Albanian, Vietnamese, Tigrinya, Pashto, Dari, Bulgarian, Lithuanian, Latvian, Czech, Slovak, Hungarian, Turkish, Somali, Italian, German, Russian, Ukrainian, Hindi, Amharic'

/** A language named is a language asked for. */
export const LANGUAGE_WORDS: readonly FactRow[] = [
  ...LANGUAGES.split(', ').map(language => ({
    chip: `speaks ${language}`,
    words: `${language}, ${language} speaking, speaks ${language}, ${language} speaker, speak ${language}`,
    weight: 'wish' as const,
    required: [`language:${language.toLowerCase()}`],
  })),
  {
    chip: 'British Sign Language',
    words: 'bsl, sign language, british sign language, deaf, signing',
    weight: 'wish',
    required: ['language:bsl language:british_sign_language'],
  },
]
