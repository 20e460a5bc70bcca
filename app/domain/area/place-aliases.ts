/** Parts of the region people name that are several authorities: their ONS codes. */
export const SEVERAL_AUTHORITIES: readonly {
  label: string
  names: string
  authorities: readonly string[]
}[] = [
  {
    label: 'Tees Valley',
    names: 'tees valley, teesside, tees side, teeside, cleveland',
    authorities: ['E06000001', 'E06000002', 'E06000003', 'E06000004', 'E06000005'],
  },
  {
    label: 'Tyneside',
    names: 'tyneside, tyne side',
    authorities: ['E08000021', 'E08000022', 'E08000023', 'E08000037'],
  },
  {
    label: 'Tyne and Wear',
    names: 'tyne and wear, tyne wear, tyne & wear',
    authorities: ['E08000021', 'E08000022', 'E08000023', 'E08000024', 'E08000037'],
  },
]

/** What people call an authority besides its name. One that is a town as well is found as the town. */
export const AUTHORITY_ALIASES: Readonly<Record<string, string>> = {
  E06000047: 'co durham, county durham, durham county, durham council, durham county council',
  E06000057: 'northumberland, north umberland, nthumberland',
  E08000022: 'north tyneside, n tyneside, north tyne side',
  E08000023: 'south tyneside, s tyneside, south tyne side',
  E06000003: 'redcar and cleveland, redcar cleveland, redcar & cleveland',
}

/** What people call a town besides its name, and parts of towns, each by the postcode district that stands for it. */
export const TOWN_ALIASES: readonly (readonly [label: string, outcode: string | null, names: string])[] = [
  [
    'Newcastle upon Tyne',
    null,
    'ncl, n castle, newcastle on tyne, newcastle u tyne, the toon, newcastle city',
  ],
  ['Middlesbrough', null, 'boro, the boro, mbro, m bro, middlesboro, middlesborough'],
  ['Sunderland', null, 'wearside, sunderland city'],
  ['Darlington', null, 'darlo'],
  ['Durham', null, 'durham city, city of durham, duram, durhm, dirham, durahm'],
  ['Chester-le-Street', null, 'chester le st, chester'],
  ['Newton Aycliffe', null, 'aycliffe'],
  ['South Shields', null, 'shields'],
  ['Whitley Bay', null, 'whitley'],
  ['Berwick-upon-Tweed', null, 'berwick on tweed'],
  ['Byker', 'NE6', 'byker'],
  ['Walker', 'NE6', 'walker newcastle'],
  ['Heaton', 'NE6', 'heaton'],
  ['Gosforth', 'NE3', 'gosforth'],
  ['Jesmond', 'NE2', 'jesmond'],
  ['Benwell', 'NE4', 'benwell'],
  ['Fenham', 'NE4', 'fenham'],
  ['Kenton', 'NE3', 'kenton'],
  ['Killingworth', 'NE12', 'killingworth'],
  ['Longbenton', 'NE12', 'longbenton, long benton'],
  ['Tynemouth', 'NE30', 'tynemouth'],
  ['Ponteland', 'NE20', 'ponteland'],
  ['Felling', 'NE10', 'felling'],
  ['Low Fell', 'NE9', 'low fell'],
  ['Whickham', 'NE16', 'whickham'],
  ['Birtley', 'DH3', 'birtley'],
  ['Hetton-le-Hole', 'DH5', 'hetton, hetton le hole'],
  ['Easington', 'SR8', 'easington'],
  ['Horden', 'SR8', 'horden'],
  ['Murton', 'SR7', 'murton'],
  ['Sedgefield', 'TS21', 'sedgefield'],
  ['Thornaby', 'TS17', 'thornaby, ingleby barwick'],
  ['Norton', 'TS20', 'norton stockton'],
  ['Eston', 'TS6', 'eston, south bank, grangetown'],
  ['Loftus', 'TS13', 'loftus'],
  ['Amble', 'NE65', 'amble, rothbury'],
]

/** What people call a prison besides its name, by its NOMIS code. */
export const PRISON_ALIASES: Readonly<Record<string, string>> = {
  KVI: 'kirklevington, kirk levington',
  NLI: 'acklington, castington',
}
