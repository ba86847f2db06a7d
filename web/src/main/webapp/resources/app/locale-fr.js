/* French as the French write it (CLDR): small letters, accents, real apostrophes. PrimeFaces brings capitals. */
"use strict";
if (window.PrimeFaces) {
  PrimeFaces.locales.fr = Object.assign({}, PrimeFaces.locales.fr, {
    monthNames: ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
    monthNamesShort: ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
    dayNames: ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
    dayNamesShort: ["dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."],
    dayNamesMin: ["di", "lu", "ma", "me", "je", "ve", "sa"],
    firstDayOfWeek: 1,
    today: "Aujourd’hui",
    weekHeader: "sem.",
    hourText: "heure",
    minuteText: "minute",
  });
}
